/// What a text says of itself: the part of an article that the list shows and queries ask for.
///
/// There is one for every article of the library, so it is one block of memory: numbers first, then
/// texts one after the other. Equal summaries have equal bytes.
package struct Summary: Hashable, Sendable {
  /// The block itself, as it may be kept for this machine and this version of the program.
  package let record: [UInt8]

  /// - Parameter record: of a summary; nil where it is none, or damaged.
  package init?(record: UnsafeRawBufferPointer) {
    guard record.count >= Numbers.size else { return nil }
    guard record.loadUnaligned(as: Numbers.self).sizeOfRecord == record.count else { return nil }
    self.record = Array(record)
  }

  /// - Parameters:
  ///   - title: as a person would write it in a list; empty where the text has none (show the
  ///     file's name).
  ///   - date: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`: never more exact than the text.
  ///   - address: of the page that the text was saved from.
  ///   - minutes: reading time, at least 1 for a text that has words.
  ///   - fingerprint: that of the file's content; see `Marks.fingerprint`.
  ///   - textHash: the same for texts of the same words, whatever their form and their furniture;
  ///     nil where the words are too few to tell, or not all known.
  package init(
    title: String, author: String? = nil, date: String? = nil, address: String? = nil,
    words: Int, minutes: Int, fingerprint: Fingerprint? = nil, textHash: UInt64? = nil
  ) {
    var numbers = Numbers(
      words: Int32(clamping: words), minutes: Int32(clamping: minutes),
      title: Summary.size(of: title), author: Summary.size(of: author),
      date: Summary.size(of: date), address: Summary.size(of: address))
    numbers.set(fingerprint: fingerprint)
    numbers.set(textHash: textHash)
    var record: [UInt8] = []
    record.reserveCapacity(numbers.sizeOfRecord)
    withUnsafeBytes(of: numbers) { record += $0 }
    for text in [title, author, date, address] {
      if let text { record += text.utf8 }
    }
    self.record = record
  }

  private init(_ record: [UInt8], changing change: (inout Numbers) -> Void) {
    var numbers = record.withUnsafeBytes { $0.loadUnaligned(as: Numbers.self) }
    change(&numbers)
    self.record = withUnsafeBytes(of: numbers) { Array($0) + record[Numbers.size...] }
  }

  // MARK: What it says

  package var title: String { text(numbers.title, after: 0) ?? "" }

  /// The title in UTF-8.
  package var titleBytes: ArraySlice<UInt8> { bytes(numbers.title, after: 0) }

  package var author: String? { text(numbers.author, after: numbers.title) }

  /// The author in UTF-8; nothing where there is none.
  package var authorBytes: ArraySlice<UInt8> { bytes(numbers.author, after: numbers.title) }

  package var date: String? { text(numbers.date, after: numbers.title, numbers.author) }

  package var address: String? {
    text(numbers.address, after: numbers.title, numbers.author, numbers.date)
  }

  package var words: Int { Int(numbers.words) }

  package var minutes: Int { Int(numbers.minutes) }

  package var fingerprint: Fingerprint? {
    numbers.hasFingerprint == 1 ? numbers.fingerprint : nil
  }

  package var textHash: UInt64? { numbers.hasTextHash == 1 ? numbers.textHash : nil }

  /// The same of a text with these words.
  package func with(textHash: UInt64?) -> Summary {
    Summary(record) { $0.set(textHash: textHash) }
  }

  /// The same of a text that has changed: nothing tells any more whether it is the same as another.
  package var withoutContent: Summary {
    Summary(record) {
      $0.set(fingerprint: nil)
      $0.set(textHash: nil)
    }
  }

  // MARK: The record

  /// How a record begins. Sizes are those of the texts that follow, in bytes; -1 where there is none.
  private struct Numbers: BitwiseCopyable {
    // The largest first: there are no gaps, whose bytes would be anything.
    private(set) var fingerprint = Fingerprint(high: 0, low: 0)
    private(set) var textHash: UInt64 = 0
    private(set) var hasFingerprint: Int32 = 0
    private(set) var hasTextHash: Int32 = 0
    var words: Int32
    var minutes: Int32
    var title: Int32
    var author: Int32
    var date: Int32
    var address: Int32

    static let size = MemoryLayout<Numbers>.size

    mutating func set(fingerprint: Fingerprint?) {
      self.fingerprint = fingerprint ?? Fingerprint(high: 0, low: 0)
      hasFingerprint = fingerprint == nil ? 0 : 1
    }

    mutating func set(textHash: UInt64?) {
      self.textHash = textHash ?? 0
      hasTextHash = textHash == nil ? 0 : 1
    }

    var sizeOfRecord: Int {
      [title, author, date, address].reduce(Numbers.size) { $0 + Int(max($1, 0)) }
    }
  }

  private var numbers: Numbers {
    record.withUnsafeBytes { $0.loadUnaligned(as: Numbers.self) }
  }

  private static func size(of text: String?) -> Int32 { text.map { Int32($0.utf8.count) } ?? -1 }

  private func text(_ size: Int32, after sizes: Int32...) -> String? {
    guard size >= 0 else { return nil }
    return String(decoding: bytes(size, after: sizes.reduce(0) { $0 + max($1, 0) }), as: UTF8.self)
  }

  private func bytes(_ size: Int32, after sizes: Int32) -> ArraySlice<UInt8> {
    record[(Numbers.size + Int(max(sizes, 0)))...].prefix(Int(max(size, 0)))
  }
}
