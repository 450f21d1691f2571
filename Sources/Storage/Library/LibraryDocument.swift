import Articles
import Typesetting

extension Library {
  /// Longer texts are opened by windows: 1 MiB.
  package static let longestOpenedWhole = 1 << 20
  /// The size of a window, which is analysed before anything of it can be shown: 64 KiB.
  package static let window = 64 << 10
  /// From so much of a text it is nearly always known what the list shows of it: 1 KiB. Where no title
  /// is found in it, it is looked for in 8 KiB.
  private static let head = 1 << 10
  private static let longerHead = 8 << 10

  /// Reads and analyses a text: the whole of it where it is short, compressed, or neither UTF-8 nor
  /// binary; else a window around `offset` of the text, cut at line ends where there are any. Blocks.
  /// - Throws: `LibraryError`.
  package func document(
    _ path: ArticlePath, near offset: Int = 0
  ) throws(LibraryError) -> Document {
    Document(try source(path, near: offset), name: path.nameString)
  }

  /// What a text says of itself: exact where it is short enough to be read as a whole, else from
  /// its head, with words estimated by its size and without a fingerprint. Blocks.
  /// - Throws: `LibraryError`.
  package func summary(_ path: ArticlePath) throws(LibraryError) -> Summary {
    try described(path).summary
  }

  /// What the first bytes of a text say of it, in a part of the time: words are estimated by its size,
  /// and unless that is all of it, there is no fingerprint. Blocks.
  /// - Throws: `LibraryError`.
  package func headSummary(_ path: ArticlePath) throws(LibraryError) -> Summary {
    // What is compressed is read as a whole anyway.
    guard !ArticleName.isCompressed(path.bytes) else { return try summary(path) }
    let summary = try headSummary(path, Library.head)
    guard summary.title.isEmpty, summary.fingerprint == nil else { return summary }
    return try headSummary(path, Library.longerHead)
  }

  private func headSummary(_ path: ArticlePath, _ count: Int) throws(LibraryError) -> Summary {
    let head = try read(path, from: 0, count: count)
    guard head.bytes.count < head.total else { return described(head, path).summary }
    return described(head.cutAtLineEnds.decoded, path).summary
  }

  /// What a text says of itself, and the document from which that was learned: of a long text, that
  /// of its first window.
  func described(
    _ path: ArticlePath
  ) throws(LibraryError) -> (summary: Summary, document: Document) {
    described(try head(path), path)
  }

  private func described(
    _ head: FileContent, _ path: ArticlePath
  ) -> (summary: Summary, document: Document) {
    guard head.bytes.count < head.total else {
      let document = Document(Source(head.bytes), name: path.nameString)
      return (Summary(document.metadata, fingerprint: Fingerprint(head.bytes)), document)
    }
    let cut = head.cutAtLineEnds
    let source = Source(window: cut.bytes, start: 0, total: cut.total)
    let document = Document(source, name: path.nameString)
    var metadata = document.metadata
    metadata.extend(by: Double(cut.total) / Double(max(cut.bytes.count, 1)))
    return (Summary(metadata, fingerprint: nil), document)
  }

  /// The fingerprint of a text, as `Marks.fingerprint` holds it. Blocks.
  /// - Throws: `LibraryError`, also where the text is longer than can be read as a whole.
  package func fingerprint(_ path: ArticlePath) throws(LibraryError) -> String {
    Fingerprint(try readWhole(path).bytes).text
  }

  /// Short and compressed texts as a whole, the first window of others.
  private func head(_ path: ArticlePath) throws(LibraryError) -> FileContent {
    guard !ArticleName.isCompressed(path.bytes) else { return try readWhole(path) }
    let head = try read(path, from: 0, count: Library.window)
    return head.total <= Library.longestOpenedWhole ? try readWhole(path) : head
  }

  private func source(_ path: ArticlePath, near offset: Int) throws(LibraryError) -> Source {
    let head = try head(path)
    guard head.bytes.count < head.total else { return Source(head.bytes) }
    if head.total <= Library.largestWhole && !head.isUTF8OrBinary {
      return Source(try readWhole(path).bytes)
    }
    let start = min(offset - Library.window / 2, head.total - Library.window)
    let content = start <= 0 ? head : try read(path, from: start, count: Library.window)
    let cut = content.cutAtLineEnds
    return Source(window: cut.bytes, start: cut.start, total: cut.total)
  }
}

extension FileContent {
  private static let lineFeed = UInt8(ascii: "\n")

  /// Whole lines only: cut after the first line end of the first quarter, and after the last one of
  /// the last quarter; a line longer than that is cut between characters.
  var cutAtLineEnds: FileContent {
    let quarter = bytes.count / 4
    var lower = 0
    if start > 0 {
      let lineEnd = bytes[..<quarter].firstIndex(of: FileContent.lineFeed)
      lower = lineEnd.map { $0 + 1 } ?? bytes.characterStart(at: 0)
    }
    var upper = bytes.count
    if start + bytes.count < total {
      let lineEnd = bytes[(bytes.count - quarter)...].lastIndex(of: FileContent.lineFeed)
      upper = lineEnd.map { $0 + 1 } ?? bytes.characterEnd
    }
    let kept = Array(bytes[lower..<max(lower, upper)])
    return FileContent(bytes: kept, start: start + lower, total: total, modified: modified)
  }

  /// In UTF-8, whatever it is in: a head may be that of a text too short for a window.
  fileprivate var decoded: FileContent {
    let text = Source(bytes).bytes
    let rest = total - bytes.count
    return FileContent(bytes: text, start: 0, total: text.count + rest, modified: modified)
  }

  /// What a window can be made of without knowing the rest.
  fileprivate var isUTF8OrBinary: Bool {
    let part = FileContent(
      bytes: Array(bytes.prefix(1 << 16)), start: 0, total: total, modified: modified)
    let source = Source(part.cutAtLineEnds.bytes)
    return source.isBinary || ["UTF-8", "US-ASCII"].contains(source.encoding.name)
  }
}

extension [UInt8] {
  /// The first of the next four bytes that can begin a character of UTF-8.
  fileprivate func characterStart(at index: Int) -> Int {
    self[index...].prefix(4).firstIndex { $0 & 0xC0 != 0x80 } ?? index
  }

  /// The end without the beginnings of a character that is cut off.
  var characterEnd: Int {
    guard let last = suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return count }
    let length = self[last] < 0xC0 ? 1 : (~self[last]).leadingZeroBitCount
    return last + length > count ? last : count
  }
}

extension Summary {
  fileprivate init(_ metadata: Metadata, fingerprint: Fingerprint?) {
    self.init(
      title: metadata.title ?? "", author: metadata.author, date: metadata.date,
      address: metadata.address, words: metadata.words, minutes: metadata.minutes,
      fingerprint: fingerprint)
  }
}

extension ArticlePath {
  var nameString: String { String(decoding: name, as: UTF8.self) }
}
