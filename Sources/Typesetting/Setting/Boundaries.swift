import CICU
import Synchronization

/// Finds boundaries of one kind in UTF-8.
///
/// An iterator of ICU is costly to open and not safe to share, so a few are kept and each serves
/// one caller at a time.
final class Boundaries: Sendable {
  /// Where a line may end: UAX 14, with dictionaries for scripts that put no space between words.
  static let lines = Boundaries(lectern_open_line_breaks)
  /// Between what a reader takes for characters: UAX 29.
  static let graphemes = Boundaries(lectern_open_grapheme_breaks)

  private let iterators: [Iterator]

  private init(_ open: () -> OpaquePointer?) {
    iterators = (0..<4).compactMap { _ in open().map(Iterator.init) }
  }

  /// The offset of every boundary after the start of a text, its end included.
  ///
  /// What is not UTF-8 counts as one replacement character for each bad sequence. Without ICU's
  /// data a text has no boundary but its end.
  func offsets(in text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    if text.isEmpty { return [] }
    for iterator in iterators {
      if let offsets = iterator.offsetsUnlessBusy(in: text) { return offsets }
    }
    return iterators.first?.offsets(in: text) ?? [Int32(text.count)]
  }
}

/// One iterator of ICU, used by one thread at a time.
private final class Iterator: Sendable {
  private let pointer: Mutex<OpaquePointer>

  init(_ pointer: sending OpaquePointer) { self.pointer = Mutex(pointer) }

  func offsets(in text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    pointer.withLock { Self.offsets(in: text, by: $0) }
  }

  func offsetsUnlessBusy(in text: UnsafeBufferPointer<UInt8>) -> [Int32]? {
    pointer.withLockIfAvailable { Self.offsets(in: text, by: $0) }
  }

  private static func offsets(
    in text: UnsafeBufferPointer<UInt8>, by iterator: OpaquePointer
  ) -> [Int32] {
    [Int32](unsafeUninitializedCapacity: text.count) { offsets, count in
      text.withMemoryRebound(to: CChar.self) {
        count = Int(
          lectern_breaks(iterator, $0.baseAddress, Int32($0.count), offsets.baseAddress))
      }
    }
  }
}
