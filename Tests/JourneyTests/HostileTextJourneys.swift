import TerminalTesting
import Testing

/// Articles made to harm the terminal. The grammar reads every byte of every journey; here it has
/// something to find.
@Suite struct HostileTextJourneys {
  /// Opens the only article and pages through it in the form that it has in the file.
  private func originalLines(_ library: TestLibrary) throws -> (Journey, [String]) {
    let journey = try library.open(columns: 120, rows: 40)
    try journey.waitFor("1 article")
    try journey.waitForCursor(on: "●")
    journey.press("zf", "zr")
    try journey.waitUntil("the first page") { screen in
      let status = screen.row(screen.rows - 1)
      return status.contains("The original text") && status.hasSuffix("%")
        && screen.text.contains(Torture.label(0))
    }
    var lines = journey.pageRows
    while !journey.status.contains("100 %") {
      let before = journey.status
      journey.press("f")
      // The bottom line is the last that is drawn.
      try journey.waitUntil("another page") { $0.row($0.rows - 1) != before }
      lines += journey.pageRows
    }
    return (journey, lines)
  }

  private func expectShown(_ pieces: [Torture.Piece], in lines: [String]) {
    for (number, piece) in pieces.enumerated() {
      let line = lines.first { $0.hasPrefix(Torture.label(number)) } ?? "nothing"
      let shown = Array(line.unicodeScalars), wanted = Array(piece.shown.unicodeScalars)
      #expect(shown.ranges(of: wanted).isEmpty == false, "\(piece.name): \(line)")
    }
  }

  @Test func whatWouldActIsShown() throws {
    let library = try TestLibrary()
    try library.write("hostile.txt", bytes: Torture.article(Torture.texts, title: "Hostile Text"))
    let (journey, lines) = try originalLines(library)
    expectShown(Torture.texts, in: lines)
    try journey.quit()
  }

  @Test func brokenBytesAreShown() throws {
    let library = try TestLibrary()
    try library.write("broken.txt", bytes: Torture.article(Torture.invalid, title: "Broken Bytes"))
    let (journey, lines) = try originalLines(library)
    expectShown(Torture.invalid, in: lines)
    try journey.quit()
  }

  @Test func hostileTextIsReadTypesetAndSearched() throws {
    let library = try TestLibrary(["b.txt": Texts.short("Beta")])
    let pieces = Torture.texts + Torture.invalid
    try library.write("a.txt", bytes: Torture.article(pieces, title: "Hostile Text"))
    let journey = try library.open(columns: 120, rows: 40)
    try journey.waitForCursor(on: "● Hostile Text")
    for columns in [120, 31, 200, 7] {
      journey.resize(columns: columns, rows: 40)
      journey.press("Enter", "gg")
      for _ in 1...12 { journey.press("f") }
      try journey.settle(quiet: .milliseconds(20))
      if columns >= 100 {
        try journey.waitUntil("a straight rule") { _ in journey.ruleColumn != nil }
      }
    }
    journey.resize(columns: 120, rows: 40)
    for needle in ["owned", "%n%s", "\u{301}", "漢", "("] {
      journey.press("/", needle)
      try journey.waitForStatus(" / ")
      journey.press("Enter", "n", "N", "i", "q")
      try journey.waitUntil("a straight rule") { _ in journey.ruleColumn != nil }
    }
    try journey.quit()
  }

  @Test func hostileTitlesStayInTheirRows() throws {
    let library = try TestLibrary()
    let pieces = Torture.texts + Torture.invalid
    for (number, piece) in pieces.enumerated() {
      let text =
        "\n\nText of number \(number + 100).\n" + String(repeating: "Plain text.\n", count: 60)
      let title = Array("Title: On ".utf8) + piece.bytes
      try library.write("\(number + 100).txt", bytes: title + Array(text.utf8))
    }
    let journey = try library.open(columns: 140, rows: 30)
    try journey.waitFor("\(pieces.count) articles")
    try journey.waitForCursor(on: "●")
    for row in 0..<pieces.count {
      try journey.waitFor("Text of number \(row + 100).")
      #expect(journey.ruleColumn != nil, "\(journey.screen.text)")
      journey.press("j")
    }
    journey.press("gg", "gst", "A", "zh", "zh", "v", "G", "s", "U")
    try journey.waitForStatus("Undone: ")
    #expect(journey.ruleColumn != nil, "\(journey.screen.text)")
    try journey.quit()
    #expect(try library.state()?.read.count == pieces.count)
  }

  @Test func emptyAndBinaryAndHugeFilesOpen() throws {
    let library = try TestLibrary([
      "empty.txt": "", "one.txt": "x", "blank.txt": "\n\n   \n\t\n",
      "last.txt": Texts.short("Last"),
    ])
    try library.write("zeros.txt", bytes: [UInt8](repeating: 0, count: 5_000))
    try library.write("escapes.txt", bytes: [UInt8](repeating: 0x1b, count: 1 << 18))
    try library.write("line.txt", bytes: [UInt8](repeating: 0x78, count: (1 << 20) + 1_000))
    try library.write(
      "marks.txt", bytes: [0x61] + Array(repeatElement([0xcc, 0x81], count: 1 << 17).joined()))
    try library.write("wide16.txt", bytes: [0xff, 0xfe, 0x48, 0, 0x69, 0, 0x0a, 0, 0x7a])
    try library.finish("truncate -s 4T \"$1/sparse.txt\"", [library.path])
    let journey = try library.open(columns: 120, rows: 30)
    try journey.waitFor("10 articles")
    try journey.waitForCursor(on: "●")
    journey.press("gg")
    let names = library.names(in: library.path).filter { $0.hasSuffix(".txt") }
    for (index, name) in names.enumerated() {
      try journey.waitUntil("row of \(name)") { $0.cursor.row == index + 2 }
      try journey.waitUntil("page of \(name)") { _ in
        journey.pageRows.contains { $0.hasSuffix(name) }
      }
      journey.press("Tab", "G", "gg", "f", "zr", "G", "zr", "b", "i")
      try journey.waitFor("About this text")
      journey.press("q", "Tab")
      try journey.waitForStatus("read on   Enter open")
      try journey.waitUntil("a straight rule") { _ in journey.ruleColumn != nil }
      journey.press("j")
    }
    try journey.quit()
  }
}
