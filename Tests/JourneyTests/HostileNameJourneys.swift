import Glibc
import TerminalTesting
import Testing

/// File names that are no words, on every surface where a name is shown.
@Suite struct HostileNameJourneys {
  private static let names: [(bytes: [UInt8], shown: String)] = [
    (Array("a\u{1b}[31mred.txt".utf8), "a^[[31mred"), (Array("a\nline.txt".utf8), "a␊line"),
    (Array("a\ttab.txt".utf8), "a tab"),
    ([0x61, 0xff, 0xfe, 0x62] + Array(".txt".utf8), "a\u{fffd}"),
    (Array("a\u{202e}txt.exe.txt".utf8), "a<RLO>txt.exe"), (Array("a\u{9b}1m.txt".utf8), "a<9B>1m"),
    (Array("a\u{e0041}\u{e0042}.txt".utf8), "a<TAG×2>"), (Array("-rf.txt".utf8), "-rf"),
    (Array("--help.txt".utf8), "--help"), (Array("$(touch x).txt".utf8), "$(touch x)"),
    (Array("a%41%n.txt".utf8), "a%41%n"),
    (Array("quote\"back\\slash.txt".utf8), "quote\"back\\slash"),
    (Array(" space .txt".utf8), "space"), (Array("caf\u{e9}.txt".utf8), "caf\u{e9}"),
    (Array("cafe\u{301}.txt".utf8), "cafe\u{301}"), (Array("CAFE.txt".utf8), "CAFE"),
    (Array((String(repeating: "long", count: 62) + ".txt").utf8), "longlonglong"),
    (Array("a\u{7}bell\u{8}\u{7f}.txt".utf8), "a^Gbell^H^?"),
  ]

  /// A library in which the names are all that there is: the texts have nothing but blank lines.
  private func library() throws -> TestLibrary {
    let library = try TestLibrary()
    for (number, name) in Self.names.enumerated() {
      try library.write(name: name.bytes, [UInt8](repeating: 0x0a, count: number))
    }
    return library
  }

  /// Goes through the whole list, row by row.
  private func visitAll(_ journey: Journey, _ visit: (Int) throws -> Void) throws {
    try journey.waitFor("\(Self.names.count) articles")
    try journey.waitForCursor(on: "●")
    journey.press("gg")
    for row in 2..<(2 + Self.names.count) {
      try journey.waitUntil("row \(row)") { $0.cursor.row == row }
      try visit(row)
      #expect(journey.ruleColumn != nil, "\(journey.screen.text)")
      journey.press("j")
    }
  }

  private func hasScalars(_ text: String, _ wanted: String) -> Bool {
    !Array(text.unicodeScalars).ranges(of: Array(wanted.unicodeScalars)).isEmpty
  }

  @Test func namesAreShownAndMarkedByTheirBytes() throws {
    let library = try library()
    let journey = try library.open(columns: 140, rows: 30)
    try visitAll(journey) { _ in
      journey.press("Tab", "i", "q", "Tab", "s")
      try journey.waitForStatus("Starred 1 article.")
    }
    let list = journey.rows.map { $0.prefix(60) }.joined(separator: "\n")
    for name in Self.names {
      #expect(
        hasScalars(list, name.shown.count > 40 ? "longlong" : name.shown), "\(name.shown)\n\(list)")
    }
    try journey.quit()
    // Counted by lines: for Swift, two spellings of one name are the same key.
    let lines = library.stateText?.split(separator: "\n").filter { $0.contains("\"starred\"") }
    #expect(lines?.count == Self.names.count, "\(library.stateText ?? "no state")")

    let again = try library.open(columns: 140, rows: 30)
    try again.waitUntil("a star in every row") { screen in
      (0..<screen.rows).filter { screen.row($0).prefix(60).contains("★") }.count == Self.names.count
    }
    try again.quit()
  }

  @Test func namesAreSafeInMessagesOfErrors() throws {
    let library = try library()
    try library.finish("chmod 000 \"$1\"/*", [library.path])
    let journey = try library.open(through: Privilege.bound, columns: 140, rows: 30)
    try visitAll(journey) { _ in
      try journey.waitFor("Cannot open")
      journey.press("Enter", "i", "q", "q")
    }
    #expect(journey.screen.text.contains("unreadable"), "\(journey.screen.text)")
    try journey.quit()
  }

  @Test func aLongNameDoesNotHideWhatIsWrong() throws {
    let name = String(repeating: "long", count: 60) + ".txt"
    let library = try TestLibrary([name: "Text\n"])
    try library.finish("chmod 000 \"$1\"/*", [library.path])
    let journey = try library.open(through: Privilege.bound, columns: 140)
    try journey.waitFor("longlong")
    try journey.waitFor("no permission")
    try journey.quit()
  }

  @Test func filesThatAreGoneLeaveByThemselves() throws {
    let library = try library()
    let journey = try library.open(columns: 140, rows: 30)
    try journey.waitFor("\(Self.names.count) articles")
    try journey.waitForCursor(on: "●")
    try library.finish("rm -f \"$1\"/*", [library.path])
    try journey.waitFor("No articles here yet.")
    try journey.quit()
  }

  @Test func theNameOfTheLibraryIsSafe() throws {
    let library = try TestLibrary()
    let names = ["x\u{1b}]0;y\u{7}", "a\nb", "\u{202e}gnp", "e\u{301}\u{301}\u{301}\u{301}", "漢字"]
    for name in names {
      let folder = library.home + "/" + name
      try library.makeFolder(folder)
      let journey = try Journey(
        Products.path("lectern"), [folder], environment: library.environment(), columns: 120)
      try journey.waitFor("No articles here yet.")
      journey.press("?", "q", "i")
      try journey.quit()
      let missing = try library.run(folder + "/gone")
      #expect(missing.exit == .status(66) && missing.errorLines.count == 1, "\(missing.error)")
      #expect(!missing.error.unicodeScalars.contains { $0.value < 32 && $0 != "\n" })
      #expect(!missing.error.contains("\u{202e}"))
    }
  }
}
