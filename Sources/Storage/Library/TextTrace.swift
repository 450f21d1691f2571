import Articles
import CXXHash
import Typesetting

/// What is remembered of a text that was read: one hash a block, to find out later what is new in it.
package struct TextTrace: Hashable, Sendable {
  private let hashes: Set<UInt64>

  package init(_ document: Document) {
    // Furniture too: what is furniture depends on the folder, too, and is text at another time.
    hashes = Set(document.blocks.map { TextTrace.hash($0, in: document) })
  }

  /// The parts of a text that were not in the one that was read, in bytes of `Source`, in order.
  package func changes(in document: Document) -> [Range<Int>] {
    document.blocks.compactMap { block in
      guard block.kind != .furniture, !hashes.contains(TextTrace.hash(block, in: document)),
        let first = block.slices.first, let last = block.slices.last
      else { return nil }
      let start = document.source.start
      return start + first.source.lowerBound..<start + last.source.upperBound
    }
  }

  private static func hash(_ block: Block, in document: Document) -> UInt64 {
    document.text(of: block).bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

extension TextTrace {
  private static let mark = Array("lectern-trace 1\n".utf8)

  fileprivate var bytes: [UInt8] {
    TextTrace.mark
      + hashes.sorted().flatMap { hash in
        (0..<8).map { UInt8(truncatingIfNeeded: hash >> ($0 * 8)) }
      }
  }

  /// Nil where the bytes are no trace.
  fileprivate init?(_ bytes: [UInt8]) {
    let body = bytes.dropFirst(TextTrace.mark.count)
    guard bytes.starts(with: TextTrace.mark), body.count % 8 == 0 else { return nil }
    hashes = Set(
      stride(from: body.startIndex, to: body.endIndex, by: 8).map { start in
        body[start..<start + 8].reversed().reduce(0) { $0 << 8 | UInt64($1) }
      })
  }
}

/// Where traces are kept: a folder of the cache, which may be deleted at any time.
package struct TraceFolder: Sendable {
  private let path: String

  /// - Parameter path: the folder; it is made when it is needed.
  package init(_ path: String) { self.path = path }

  /// Nil where there is none that can be read. Blocks.
  package func trace(of article: ArticlePath) -> TextTrace? {
    guard let folder = try? StateFolder(path, making: .nothing, on: SystemDisk()) else {
      return nil
    }
    return (try? folder.read(name(article))).flatMap { $0.map(\.bytes) }.flatMap(TextTrace.init)
  }

  /// Keeps a trace. Blocks.
  /// - Throws: `LibraryError` where it could not be written.
  package func keep(_ trace: TextTrace, of article: ArticlePath) throws(LibraryError) {
    let folder = try StateFolder(path, making: .folderAndParents, on: SystemDisk())
    try folder.replace(name(article), with: trace.bytes)
  }

  private func name(_ article: ArticlePath) -> String { Fingerprint(article.bytes).text }
}
