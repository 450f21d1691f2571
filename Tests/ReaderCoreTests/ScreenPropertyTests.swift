import Articles
import ReaderCore
import Screen
import Seeded
import Testing

/// What holds on every screen, whatever the keys, the size and the texts.
@Suite struct ScreenPropertyTests {
  private static let keys =
    Keymap.standard.rows.flatMap { row in
      row.sequences.map { $0 }
    }
    + ["3", "12", "z", "g", "]", "e", "an", "漢", "Backspace", "Ctrl-W", "F9", "Alt-x", "Delete"]
    .map { TestReader.keys($0) }

  private static let texts: [(path: String, text: String?)] =
    Hostile.titles.enumerated().map { ("h\($0).txt", "Title: \($1)\n\nText of \($1) here.\n") } + [
      ("long.txt", Samples.sections("Sections")), ("locked.txt", nil), ("empty.txt", ""),
      ("wide.txt", "題\n\n" + String(repeating: "吾輩は猫である。", count: 60) + "\n"),
      ("unbroken.txt", "Unbroken\n\n" + String(repeating: "x", count: 3_000) + "\n"),
    ]

  @Test(arguments: 1...40 as ClosedRange<UInt64>) func theFrameFitsAfterAnyKeys(seed: UInt64) {
    var random = Seeded(seed)
    var reader = TestReader(Self.texts, columns: 80, rows: 24)
    var typed: [String] = []
    for _ in 1...120 {
      typed.append(Self.step(&reader, &random))
      if let fault = Self.fault(reader.state.frame, size: reader.state.size) {
        Issue.record("seed \(seed): \(fault), after \(typed.suffix(20).joined(separator: " "))")
        return
      }
    }
  }

  /// Does something at random and says what.
  private static func step(_ reader: inout TestReader, _ random: inout Seeded) -> String {
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      let columns = Int.random(in: 1...200, using: &random)
      let rows = Int.random(in: 1...60, using: &random)
      reader.resize(columns, rows)
      return "\(columns)x\(rows)"
    case 1:
      let time = Int64.random(in: 1...3_000, using: &random)
      reader.wait(time)
      return "wait \(time)"
    case 2:
      reader.scan()
      return "scan"
    default:
      let sequence = keys[Int.random(in: 0..<keys.count, using: &random)]
      for key in sequence { reader.send(.key(key)) }
      return Keymap.name(of: sequence)
    }
  }

  /// What is wrong with a frame.
  static func fault(_ frame: Frame, size: Size) -> String? {
    if frame.size != size { return "the frame is \(frame.size) and the screen \(size)" }
    if frame.lines.count != size.rows { return "\(frame.lines.count) lines at \(size)" }
    if let row = frame.lines.firstIndex(where: { $0.columns != size.columns }) {
      return "row \(row) has \(frame.lines[row].columns) columns at \(size)"
    }
    guard let cursor = frame.cursor else { return nil }
    let isInside =
      (0..<size.columns).contains(cursor.column) && (0..<size.rows).contains(cursor.row)
    return isInside ? nil : "the cursor stands at \(cursor) at \(size)"
  }

  @Test func aScreenOfNoSizeIsEmpty() {
    for (columns, rows) in [(0, 0), (0, 5), (5, 0)] {
      var reader = TestReader(Samples.six, columns: columns, rows: rows)
      reader.press("j", "Enter", "f", "?", "q")
      #expect(reader.state.frame.lines.isEmpty)
    }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func thePlaceSurvivesAnySizes(seed: UInt64) {
    var random = Seeded(seed)
    var reader = TestReader([("a.txt", Samples.sections("Sections", count: 12))])
    reader.press("Enter", "\(Int.random(in: 1...150, using: &random))j")
    let page = reader.rows
    for _ in 1...20 {
      reader.resize(
        Int.random(in: 1...200, using: &random), Int.random(in: 1...60, using: &random))
    }
    reader.resize(80, 24)
    #expect(reader.rows == page, "seed \(seed)")
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func undoingEverythingLeavesNoMark(seed: UInt64) {
    var random = Seeded(seed)
    var reader = TestReader(Samples.six)
    let keys = ["m", "s", "A", "N", "v", "j", "k", "U", "Ctrl-R", "gst", "zh", "r"]
    for _ in 1...60 { reader.press(keys[Int.random(in: 0..<keys.count, using: &random)]) }
    for _ in 1...80 { reader.press("U") }
    #expect(reader.rows[0].contains("6 unread"), "seed \(seed)")
    #expect(!reader.marks.values.contains { $0.isStarred || $0.state != .unread }, "seed \(seed)")
  }
}

/// Titles that would break a screen that trusted them.
enum Hostile {
  static let titles = [
    "Escape \u{1b}[31mred\u{1b}[2J", "New\u{b}line\u{85}and \u{2028}more", "Right \u{202e}to left",
    "Zero\u{200b}\u{200d}\u{feff}width", "漢字かな交じり文の題名は幅が広い漢字かな交じり文",
    "e\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}",
    "Flags 🇩🇪🇯🇵 and 👩‍👩‍👧‍👦 family", "Tab\there", "\u{7f}\u{80}\u{9b}31m", "नमस्ते दुनिया", "ﷺ ‮ ⁦ isolates",
  ]
}
