/// How the lines of a text are laid out as a whole.
struct Shape {
  /// The column at which its prose is wrapped; nil where each line is a paragraph.
  let measure: Int?
  /// The indentation of its prose: the least that a good part of it has.
  let base: Int

  /// Whether most of its lines end long before the measure, as those of verse do.
  let isRagged: Bool

  /// Whether nearly all of its lines are short, and end although the next word had fitted: verse in
  /// small letters, names, a letter's head. Their ends mean something.
  let isOfShortLines: Bool

  /// The widest line that still counts as wrapped by hand or program, in columns.
  static let widestMeasure = 132

  init(_ lines: [Line], of bytes: [UInt8]) {
    var edges = Histogram(count: Self.widestMeasure + 1)
    var reaches = Histogram(count: Self.widestMeasure + 1)
    var indents = Histogram(count: 48)
    var long = 0
    for (index, line) in lines.enumerated() where line.terms >= 4 {
      if line.edge > Self.widestMeasure { long += line.content.count }
      guard Self.isProse(line) else { continue }
      indents.add(line.indent, weight: line.columns)
      guard index + 1 < lines.count, Self.mayWrap(line, into: lines[index + 1], bytes) else {
        continue
      }
      edges.add(line.edge, weight: 1)
      reaches.add(line.edge + lines[index + 1].firstWordColumns(in: bytes) + 1, weight: 1)
    }
    let isWrapped = edges.total > 1 && long * 5 <= bytes.count
    measure = isWrapped ? edges.percentile(93) : nil
    base = indents.first(share: 5) ?? 0
    isRagged = isWrapped && Self.isRagged(reaches, edges.percentile(97))
    isOfShortLines = Self.areShort(lines, bytes)
  }

  private static let short = 48

  private static func areShort(_ lines: [Line], _ bytes: [UInt8]) -> Bool {
    var shown = 0
    var long = 0
    var terms = 0
    for line in lines where !line.isBlank {
      shown += 1
      terms += line.terms
      if line.edge > short { long += 1 }
      // No text with long lines is looked at to its end.
      if long * 20 > max(shown, 40) { return false }
    }
    let widest = lines.reduce(0) { $1.edge <= short ? max($0, $1.edge) : $0 }
    var ends = 0
    var early = 0
    for (line, next) in zip(lines, lines.dropFirst()) where !line.isBlank && !next.isBlank {
      ends += 1
      if line.edge + 1 + next.firstWordColumns(in: bytes) <= widest { early += 1 }
    }
    return ends >= 6 && early * 5 >= ends * 3 && terms * 2 >= shown * 5
  }

  /// Whether of ten line ends or more fewer than a third stand where the next word did not fit.
  private static func isRagged(_ reaches: Histogram, _ measure: Int) -> Bool {
    reaches.total >= 10 && reaches.count(from: measure * 9 / 10) * 3 < reaches.total
  }

  /// Mostly letters, and enough of them.
  private static func isProse(_ line: Line) -> Bool {
    line.letters * 3 > line.columns * 2 || line.ideographs * 3 > line.columns
  }

  private static func mayWrap(_ line: Line, into next: Line, _ bytes: [UInt8]) -> Bool {
    beginsWithWord(next, bytes) && (30...widestMeasure).contains(line.edge)
      && abs(line.indent - next.indent) <= 8
      && line.widestGap < 4
  }
}

extension Shape {
  /// Whether the line begins with a letter or a quotation mark, not with a number or bullet.
  fileprivate static func beginsWithWord(_ line: Line, _ bytes: [UInt8]) -> Bool {
    guard let first = bytes[line.content].first else { return false }
    switch ByteClass.table[Int(first)] {
    case .small, .capital: return true
    case .lead:
      return first != 0xE2
        || bytes[line.content].dropFirst(2).first.map { (0x90...0x9F).contains($0) } == true
    default: return first == UInt8(ascii: "\"") || first == UInt8(ascii: "(")
    }
  }
}

/// Counts of small numbers.
private struct Histogram {
  private var counts: [Int]
  private(set) var total = 0

  init(count: Int) { counts = Array(repeating: 0, count: count) }

  /// Counts a value; one beyond the last counts as the last.
  mutating func add(_ value: Int, weight: Int) {
    counts[min(value, counts.count - 1)] += weight
    total += weight
  }

  /// The smallest value that so many per cent of the counts do not exceed.
  func percentile(_ percent: Int) -> Int {
    var sum = 0
    return counts.firstIndex {
      sum += $0
      return sum * 100 >= total * percent
    } ?? counts.count - 1
  }

  /// How many values were at least this one; too large ones are among them.
  func count(from value: Int) -> Int { total - counts.prefix(value).reduce(0, +) }

  /// The smallest value that makes up the fifth, sixth … part of the counts; nil if there is none.
  func first(share part: Int) -> Int? {
    guard total > 0 else { return nil }
    return counts.firstIndex { $0 * part >= total }
  }
}
