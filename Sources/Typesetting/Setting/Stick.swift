import Screen

/// Lines that were set in one go, as compact as they can be kept.
final class Stick: Sendable {
  /// One line.
  struct Row: Sendable {
    /// The index of the text that it shows, and the part of the safe text in UTF-8 offsets.
    var text: Int
    var range: Range<Int>
    /// The columns of the text, where a run of spaces may count as one, and of a hyphen.
    var columns: Int
    var isHyphenated = false
    /// Whether it is the first line of its text.
    var isFirst: Bool
    /// Columns by which the spaces between the words are widened.
    var fill = 0
    /// Columns left free before the text, to set it to the right.
    var inset = 0
  }

  let kind: Block.Kind?
  let texts: [SetText]
  /// In order; nil is a blank line. Never empty.
  let rows: [Row?]
  /// The bytes that the lines cover, in `Source.bytes`.
  let source: Range<Int>

  init(kind: Block.Kind?, texts: [SetText], rows: [Row?], source: Range<Int>) {
    self.kind = kind
    self.texts = texts
    self.rows = rows
    self.source = source
  }
}

/// A passage made safe.
final class SetText: Sendable {
  let passage: Passage
  let sanitised: Sanitised

  init(_ passage: Passage, _ sanitised: Sanitised) {
    self.passage = passage
    self.sanitised = sanitised
  }

  func sourceOffset(of safeOffset: Int) -> Int {
    if case .apart(_, let offset) = passage.origin { return offset }
    return passage.origin.sourceOffset(of: sanitised.sourceOffset(of: safeOffset))
  }

  /// What a part of the safe text shows: bytes of `Source.bytes`, or of the header.
  func origin(of range: Range<Int>) -> Range<Int> {
    let isUnchanged = sanitised.isUnchanged
    let start = isUnchanged ? range.lowerBound : sanitised.sourceOffset(of: range.lowerBound)
    let end = isUnchanged ? range.upperBound : sanitised.sourceOffset(of: range.upperBound)
    if case .apart(let header, _) = passage.origin { return header + start..<header + end }
    let first = passage.origin.sourceOffset(of: start)
    return first..<max(first, passage.origin.sourceOffset(of: end))
  }

  /// The place in the safe text of a byte of `Source.bytes`, or of the header.
  func safeOffset(of origin: Int) -> Int {
    sanitised.safeOffset(of: passage.origin.offset(of: origin))
  }
}

// MARK: - Offsets

extension Stick {
  /// The offset in `Source.bytes` at which a line begins; a blank line begins with the next one.
  func sourceOffset(of row: Int) -> Int {
    guard let shown = rows[row...].lazy.compactMap({ $0 }).first else { return source.upperBound }
    return texts[shown.text].sourceOffset(of: shown.range.lowerBound)
  }

  /// The first line that shows a byte of `Source.bytes`, or the last line that begins before it.
  func row(at offset: Int) -> Int {
    var row = max(0, rows.indices.partitionPoint { sourceOffset(of: $0) <= offset } - 1)
    let begin = sourceOffset(of: row)
    while row > 0, sourceOffset(of: row - 1) == begin, rows[row - 1] != nil { row -= 1 }
    // Before the first text stand the blank lines above it.
    return rows[row] == nil && row < firstShown ? firstShown : row
  }

  private var firstShown: Int { rows.firstIndex { $0 != nil } ?? 0 }

  /// The text from the start of a line on, as it came, at most so many characters.
  func quote(at row: Int, count: Int) -> String {
    guard let shown = rows[row...].lazy.compactMap({ $0 }).first else { return "" }
    let text = texts[shown.text]
    let start = text.sanitised.sourceOffset(of: shown.range.lowerBound)
    let bytes = text.passage.text.dropFirst(start).prefix(count * 8)
    return String(String(decoding: bytes, as: UTF8.self).prefix(count))
  }
}
