import Screen
import Seeded

/// The frames that the tests ask for, each by a letter.
enum Scene: Character {
  case words = "a"
  case wide = "w"
  case styles = "s"
  case colors = "c"
  case overlong = "o"
  case list = "l"
  case page = "g"
  case mosaic = "m"

  func frame(size: Size, selected: Int, note: String) -> Frame {
    var lines = lines(size: size, selected: selected)
    lines = Array(lines.prefix(max(0, size.rows - 1)))
    lines += Array(repeating: Line(), count: max(0, size.rows - 1 - lines.count))
    lines.append(Line(SafeText(note)))
    let cursor = self == .list ? Point(column: 1, row: selected) : nil
    return Frame(size: size, lines: lines, cursor: cursor)
  }

  private func lines(size: Size, selected: Int) -> [Line] {
    switch self {
    case .words: [Line(SafeText("words \(size.columns)x\(size.rows)"))]
    case .wide: Self.wideLines
    case .styles: Self.styleLines
    case .colors: Style.Color.allCases.map { Line(SafeText("color"), style: Style(color: $0)) }
    case .overlong:
      [
        Line(SafeText(String(repeating: "x", count: 2_000))),
        Line(SafeText(String(repeating: "漢", count: 1_000))),
        Line(SafeText(String(repeating: "e\u{301}", count: 1_000))),
      ]
    case .list: (0..<size.rows).map { Self.listLine($0, isSelected: $0 == selected) }
    case .mosaic: Self.mosaicLines(size.rows, seed: selected)
    case .page:
      (0..<size.rows).map { row in
        Line(SafeText("\(row + selected): ").prefix(columns: 6) + Self.filler(row + selected, size))
      }
    }
  }

  private static let wideLines = [
    "吾輩は猫である", "|漢|字|", "e\u{301}a\u{300}o\u{308}\u{304}", "│●◐★…", "\u{1F300}\u{1F64F}", "한국어",
  ].map { Line(SafeText($0)) }

  private static let styleLines = [
    Line([Span(SafeText("bold"), style: .bold), Span(SafeText("plain"))]),
    Line([Span(SafeText("italic"), style: Style(.italic))]),
    Line([Span(SafeText("underline"), style: Style(.underline))]),
    Line([Span(SafeText("reverse漢"), style: Style(.reverse)), Span(SafeText("plain"))]),
    Line([Span(SafeText("all"), style: Style([.bold, .italic, .underline, .reverse]))]),
    Line([Span(SafeText("dim"), style: .dim)]),
  ]

  /// Spans out of few, so that two lines often begin and end alike. No marks: libvterm puts one that
  /// comes apart from its letter in the last column on the next row.
  private static func mosaicLines(_ rows: Int, seed: Int) -> [Line] {
    var random = Seeded(UInt64(seed))
    return (0..<rows).map { _ in mosaicLine(&random) }
  }

  private static func mosaicLine(_ random: inout Seeded) -> Line {
    let texts = ["a", "word", "漢字", "é", "│", "…"].map { SafeText($0) }
    let blanks = [1, 2, 7, 30].map { SafeText.spaces($0) }
    let styles = [Style.plain, .plain, .bold, Style(.reverse)]
    return Line(
      (0..<Int.random(in: 0...9, using: &random)).compactMap { _ in
        (texts + blanks).randomElement(using: &random).map { text in
          Span(text, style: styles.randomElement(using: &random) ?? .plain)
        }
      })
  }

  private static func listLine(_ row: Int, isSelected: Bool) -> Line {
    let text = SafeText(" ● Article number \(row) of a list").fitted(to: 60)
    return Line([Span(text, style: isSelected ? Style([.reverse, .bold]) : .plain)])
  }

  private static func filler(_ seed: Int, _ size: Size) -> SafeText {
    let letters = (0..<max(0, size.columns - 6)).map { column in
      Character(Unicode.Scalar(UInt8(97 + (column * 7 + seed * 11) % 26)))
    }
    return SafeText(String(letters))
  }
}
