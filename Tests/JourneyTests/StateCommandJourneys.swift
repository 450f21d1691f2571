import Foundation
import TerminalTesting
import Testing

/// `lectern state`: checking, merging and tidying the state file from a shell.
@Suite struct StateCommandJourneys {
  private let library: TestLibrary

  init() throws {
    library = try TestLibrary(["a.txt": "Alpha", "b.txt": "Beta"])
  }

  private static func line(_ name: String, _ value: Bool = true, at time: Int = 5) -> String {
    "\"\(name)\": {\"read\": {\"value\": \(value), \"at\": \(time)}}"
  }

  private static func file(_ lines: String..., reader: Int = 1) -> String {
    """
    {
    "format": "lectern-state", "version": 1, "minimumReader": \(reader),
    "articles": {
    \(lines.joined(separator: ",\n"))
    }
    }

    """
  }

  private func run(_ words: String...) throws -> Finished {
    try library.finish("exec \"$@\"", [Products.path("lectern"), "state"] + words)
  }

  // MARK: check

  @Test func checkSaysWhatIsThere() throws {
    let none = try run("check", "--library", library.path)
    #expect(none.exit == .status(0) && none.text.contains("not there yet"), "\(none.text)")
    try library.writeState(Self.file(Self.line("a.txt"), Self.line("b.txt")))
    let sound = try run("check", "--library", library.path)
    #expect(sound.exit == .status(0) && sound.text.hasSuffix("sound, 2 articles with 2 marks.\n"))
    try library.write(".lectern/state.sync-conflict-1.json", Self.file())
    let copies = try run("check", "--library", library.path)
    #expect(copies.exit == .status(0) && copies.text.contains("1 conflict copy"), "\(copies.text)")
    try library.writeState(Self.file(Self.line("a.txt"), reader: 9))
    let newer = try run("check", "--library", library.path)
    #expect(newer.exit == .status(0) && newer.text.contains("newer"), "\(newer.text)")
  }

  @Test func checkNamesTheDamageAndTouchesNothing() throws {
    let damaged = Self.file(Self.line("a.txt"), "\"b.txt\": {\"read\"", Self.line("c.txt"))
    try library.writeState(damaged)
    let found = try run("check", "--library", library.path)
    #expect(found.exit == .status(65) && found.output.isEmpty)
    #expect(found.errorLines.count == 1 && found.error.contains("line 5 "), "\(found.error)")
    #expect(found.error.contains("the marks of 2 articles can"), "\(found.error)")
    #expect(library.stateText == damaged)
    #expect(library.names(in: library.stateFolder) == ["state.json"])
  }

  @Test func checkOfWhatIsNotThereFails() throws {
    for words in [["--library", "/nowhere"], ["--state", "/nowhere/state.json"]] {
      let found = try library.finish(
        "exec \"$@\"", [Products.path("lectern"), "state", "check"] + words)
      #expect(found.exit == .status(66) && found.errorLines.count == 1, "\(words) \(found.error)")
    }
  }

  // MARK: merge

  @Test func mergeWritesBothSidesIntoOurs() throws {
    let (base, ours, theirs) = ("base", "ours.json", "theirs.json")
    try library.write(base, "")
    try library.write(ours, Self.file(Self.line("a.txt", at: 9), Self.line("b.txt", at: 3)))
    try library.write(theirs, Self.file(Self.line("a.txt", false, at: 7), Self.line("c.txt")))
    let paths = [base, ours, theirs].map { library.path + "/" + $0 }
    let merged = try run("merge", paths[0], paths[1], paths[2])
    #expect(merged.exit == .status(0) && merged.output.isEmpty && merged.error.isEmpty)
    let expected = Self.file(
      Self.line("a.txt", at: 9), Self.line("b.txt", at: 3), Self.line("c.txt"))
    #expect(library.read(paths[1]) == Array(expected.utf8))
  }

  @Test(arguments: [("garbage", 65), (file(reader: 9), 65), (nil, 66)] as [(String?, Int)])
  func mergeLeavesOursWhereItCannot(theirs: String?, status: Int) throws {
    let ours = Self.file(Self.line("a.txt"))
    try library.write("ours.json", ours)
    if let theirs { try library.write("theirs.json", theirs) }
    let path = library.path
    let merged = try run("merge", path + "/base", path + "/ours.json", path + "/theirs.json")
    #expect(merged.exit == .status(status) && merged.errorLines.count == 1, "\(merged.error)")
    #expect(library.read(path + "/ours.json") == Array(ours.utf8))
  }

  /// The three lines of the README, in a real repository.
  @Test func gitMergesBranchesWithMarks() throws {
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/git") else { return }
    try library.writeState(Self.file(Self.line("a.txt", at: 1)))
    let (ours, theirs) = (
      Self.file(Self.line("a.txt", at: 1), Self.line("b.txt", at: 2)),
      Self.file(Self.line("a.txt", false, at: 3), Self.line("c.txt", at: 4))
    )
    let finished = try library.finish(
      """
      set -e; cd "$1"; git init -q .; git config user.name x; git config user.email x@example.org
      echo '.lectern/state.json merge=lectern' >>.gitattributes
      git config merge.lectern.driver "'$2' state merge %O %A %B"
      git add -A; git commit -qm base; git checkout -qb theirs
      printf %s "$4" >.lectern/state.json; git commit -qam theirs; git checkout -q -
      printf %s "$3" >.lectern/state.json; git commit -qam ours; git merge -q theirs
      """,
      [library.path, Products.path("lectern"), ours, theirs])
    #expect(finished.exit == .status(0), "\(finished.error)")
    let expected = Self.file(
      Self.line("a.txt", false, at: 3), Self.line("b.txt", at: 2), Self.line("c.txt", at: 4))
    #expect(library.stateText == expected)
  }

  // MARK: prune

  @Test func pruneShowsFirstAndDropsWhenTold() throws {
    let before = Self.file(Self.line("a.txt"), Self.line("gone\u{1}.txt"), Self.line("b.txt"))
      .replacing("\u{1}", with: "%1B")
    try library.writeState(before)
    let shown = try run("prune", "--library", library.path)
    #expect(shown.exit == .status(0) && shown.text.hasPrefix("gone^[.txt\n"), "\(shown.text)")
    #expect(shown.text.contains("--apply") && library.stateText == before)
    let dropped = try run("prune", "--apply", "--library", library.path)
    #expect(dropped.exit == .status(0), "\(dropped.error)")
    #expect(library.stateText == Self.file(Self.line("a.txt"), Self.line("b.txt")))
    #expect(library.read(library.stateFile + ".bak") == Array(before.utf8))
    let again = try run("prune", "--apply", "--library", library.path)
    #expect(again.exit == .status(0) && again.text == "All marked articles exist.\n")
  }

  @Test func pruneNeedsALibraryThatCanBeSeen() throws {
    let empty = try TestLibrary()
    try empty.write(".lectern/state.json", Self.file(Self.line("a.txt")))
    let refused = try run("prune", "--apply", "--library", empty.path)
    #expect(refused.exit == .status(66) && refused.errorLines.count == 1, "\(refused.error)")
    #expect(empty.read(empty.stateFile) == Array(Self.file(Self.line("a.txt")).utf8))
    try library.writeState("damaged")
    let damaged = try run("prune", "--apply", "--library", library.path)
    #expect(damaged.exit == .status(65) && damaged.errorLines.count == 1, "\(damaged.error)")
    #expect(library.stateText == "damaged")
  }
}
