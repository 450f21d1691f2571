import Foundation
import TerminalTesting
import Testing

/// State files that are damaged or too new, and places that cannot be written.
@Suite struct BadStateJourneys {
  private static let whole = """
    {
    "format": "lectern-state", "version": 1, "minimumReader": 1,
    "articles": {
    "01.txt": {"read": {"value": true, "at": 1764000000000}},
    "02.txt": {"starred": {"value": true, "at": 1764000000001}},
    "03.txt": {"read": {"value": true, "at": 1764000000002}}
    }
    }

    """

  /// Damaged files, and how many articles' marks are to be saved from each.
  private static let damaged: [(text: String, recovered: Int)] = [
    (String(whole.prefix(200)), 2), ("", 0), (String(repeating: "\0", count: 4096), 0),
    (whole.replacing("}\n}\n", with: "") + String(repeating: "\0", count: 900), 3),
    ("not JSON at all", 0), ("[]\n", 0),
    (whole.replacing("\"02.txt\"", with: "<<<<<<< ours\n\"02.txt\""), 3),
    (String(repeating: "[", count: 100_000), 0), ("\u{feff}" + whole + "trailing", 3),
  ]

  @Test(arguments: damaged.indices)
  func damagedStateIsSalvagedAndKept(number: Int) throws {
    let (text, recovered) = Self.damaged[number]
    let library = try TestLibrary(Texts.letters(4))
    try library.writeState(text)
    let journey = try library.open(columns: 160)
    try journey.waitForStatus("The state file was damaged: the marks of \(recovered) articles")
    try journey.waitFor("Letter 4")
    let copies = library.names(in: library.stateFolder).filter { $0.contains("corrupt") }
    #expect(copies.count == 1)
    #expect(library.read(library.stateFolder + "/" + (copies.first ?? "")) == Array(text.utf8))
    #expect(journey.status.contains(copies.first ?? "?"), "\(journey.status)")
    journey.press("G", "m")
    try journey.waitForCursor(on: "   Letter 4")
    try journey.quit()
    let state = try #require(try library.state())
    let expected = recovered == 0 ? [] : recovered == 2 ? ["01.txt"] : ["01.txt", "03.txt"]
    #expect(state.read == expected + ["04.txt"])
    #expect(state.isStarred("02.txt") == (recovered >= 2))
  }

  @Test func stateOfANewerProgramIsNeverWritten() throws {
    let text = Self.whole.replacing("\"minimumReader\": 1", with: "\"minimumReader\": 2")
    let library = try TestLibrary(Texts.letters(4))
    try library.writeState(text)
    let journey = try library.open(columns: 120)
    try journey.waitForStatus("The state file is from a newer Lectern")
    try journey.waitFor("4 articles, 2 unread")
    journey.press("A")
    try journey.waitFor("4 articles, 0 unread")
    try journey.waitForStatus("Not saved")
    journey.press("Q")
    #expect(try journey.end() != .status(0), "marks were lost, and the status says so")
    journey.expectTerminalAsFound()
    #expect(library.stateText == text)
    #expect(library.names(in: library.stateFolder) == ["state.json"])
  }

  // MARK: Places that cannot be written

  @Test func marksOfAReadOnlyLibraryAreKeptElsewhere() throws {
    let library = try TestLibrary(Texts.letters(3))
    chmod(library.path, 0o555)
    let journey = try library.open(through: Privilege.bound, columns: 140)
    try journey.waitForStatus("This library cannot be written. Marks are kept in ")
    #expect(journey.status.contains("state/lectern/"), "\(journey.status)")
    try markAndReopen(library, journey, through: Privilege.bound)
  }

  @Test func aReadOnlyFileSystemIsTheSame() throws {
    let library = try TestLibrary(Texts.letters(3))
    let script =
      Privilege.mayMount
      ? Privilege.unshared(
        "mount --bind \"$2\" \"$2\" && mount -o remount,bind,ro \"$2\" && exec \"$@\"")
      : Privilege.bound
    if !Privilege.mayMount { chmod(library.path, 0o555) }
    let journey = try library.open(through: script, columns: 140)
    try journey.waitForStatus("This library cannot be written. Marks are kept in ")
    try markAndReopen(library, journey, through: script)
  }

  private func markAndReopen(
    _ library: TestLibrary, _ journey: Journey, through script: String
  ) throws {
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m", "j", "s")
    try journey.waitForStatus("Starred 1 article.")
    try journey.quit()
    #expect(library.names(in: library.path) == Texts.letters(3).keys.sorted())
    let again = try library.open(through: script, columns: 140)
    try again.waitFor("3 articles, 2 unread")
    try again.waitForCursor(on: "★")
    try again.quit()
  }

  @Test func whereNothingCanBeWrittenReadingGoesOn() throws {
    let library = try TestLibrary(Texts.letters(3))
    for folder in [library.path, library.home] { chmod(folder, 0o555) }
    let journey = try library.open(through: Privilege.bound, columns: 140)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("Space", "Space")
    try journey.waitFor("the word of letter 3.")
    try journey.waitForStatus("Not saved: no permission.")
    try expectHonestEnd(journey)
  }

  @Test(arguments: ["mkfifo state.json", "mkdir state.json", "ln -s /dev/zero state.json"])
  func whatIsNoFileIsNotTakenForOne(making: String) throws {
    let library = try TestLibrary(Texts.letters(3))
    try library.makeFolder(library.stateFolder)
    try library.finish("cd \"$1\" && \(making)", [library.stateFolder])
    let journey = try library.open(columns: 140)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Not saved: it is not a regular file.")
    try expectHonestEnd(journey)
    #expect(library.names(in: library.stateFolder) == ["state.json"])
  }

  @Test func aFileInPlaceOfTheStateFolderIsLeftAlone() throws {
    let library = try TestLibrary(Texts.letters(3).merging([".lectern": "mine"]) { $1 })
    let journey = try library.open(columns: 140)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Not saved: ")
    try expectHonestEnd(journey)
    #expect(library.read(library.path + "/.lectern") == Array("mine".utf8))
  }

  /// Quits; the program says on one line what was lost, and its status says so too.
  private func expectHonestEnd(_ journey: Journey) throws {
    journey.press("Q")
    #expect(try journey.end() == .status(74), "\(journey.screen.text)")
    journey.expectTerminalAsFound()
    #expect(journey.screen.text.contains("could not be saved"), "\(journey.screen.text)")
  }
}
