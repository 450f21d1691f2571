import CICU
import Synchronization

/// Finds boundaries of one kind in UTF-8.
///
/// An iterator of ICU is costly to open and not safe to share, so a few are kept and each serves
/// one caller at a time.
final class Boundaries: Sendable {
  /// Where a line may end: UAX 14, with dictionaries for scripts that put no space between words.
  static let lines = Boundaries(open: lectern_open_line_breaks)
  /// Between what a reader takes for characters: UAX 29.
  static let graphemes = Boundaries(open: lectern_open_grapheme_breaks)

  private let iterators: [Iterator]

  private init(open: @escaping @Sendable () -> OpaquePointer?) {
    iterators = (0..<4).map { _ in Iterator(open: open) }
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
    return iterators[0].offsets(in: text)
  }
}

/// One iterator of ICU, opened when it is first needed, used by one thread at a time.
private final class Iterator: Sendable {
  /// The address of ICU's iterator. `@unchecked`, because the compiler cannot see that it never leaves
  /// the lock that guards it.
  private struct Address: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let open: @Sendable () -> OpaquePointer?
  private let address = Mutex<Address?>(nil)

  init(open: @escaping @Sendable () -> OpaquePointer?) { self.open = open }

  func offsets(in text: UnsafeBufferPointer<UInt8>) -> [Int32] {
    address.withLock { find(in: text, by: &$0) }
  }

  func offsetsUnlessBusy(in text: UnsafeBufferPointer<UInt8>) -> [Int32]? {
    address.withLockIfAvailable { find(in: text, by: &$0) }
  }

  private func find(
    in text: UnsafeBufferPointer<UInt8>, by address: inout Address?
  ) -> [Int32] {
    if address == nil { address = open().map(Address.init) }
    guard let iterator = address?.pointer else { return [Int32(text.count)] }
    return [Int32](unsafeUninitializedCapacity: text.count) { offsets, count in
      text.withMemoryRebound(to: CChar.self) {
        count = Int(
          lectern_breaks(iterator, $0.baseAddress, Int32($0.count), offsets.baseAddress))
      }
    }
  }
}
