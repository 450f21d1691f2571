import Foundation
import TerminalTesting
import Testing

/// Undo across restarts, windows and commands.
@Suite struct HistoryJourneys {
  @Test func whatWasDoneIsUndoneAfterARestart() throws {
    let library = try TestLibrary(Texts.letters(5))
    var journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("A")
    try journey.waitForStatus("Marked 5 articles read.")
    journey.press("s")
    try journey.quit()
    journey = try library.open()
    try journey.waitFor("★")
    journey.press("U")
    try journey.waitForStatus("Undone: Starred 1 article.")
    journey.press("U")
    try journey.waitForStatus("Undone: Marked 5 articles read.")
    try journey.waitFor("5 unread")
    try journey.quit()
    #expect(try library.state()?.read == [])
    journey = try library.open()
    try journey.waitFor("5 unread")
    journey.press("Ctrl-R")
    try journey.waitForStatus("Done again: Marked 5 articles read.")
    try journey.quit()
    #expect(try library.state()?.read.count == 5)
  }

  @Test func marksOfOneWindowShowInTheOther() throws {
    let library = try TestLibrary(Texts.letters(5))
    let (one, two) = (try library.open(), try library.open())
    for journey in [one, two] { try journey.waitForCursor(on: "● Letter 1") }
    one.press("m")
    try two.waitFor("5 articles, 4 unread")
    two.press("j", "j", "m")
    try two.waitFor("5 articles, 3 unread")
    try one.waitFor("5 articles, 3 unread")
    // What the other window did last is taken back first.
    one.press("U")
    try one.waitFor("5 articles, 4 unread")
    try two.waitFor("5 articles, 4 unread")
    two.press("U")
    try one.waitFor("5 articles, 5 unread")
    try one.quit()
    try two.quit()
    #expect(try library.state()?.read == [])
  }

  @Test func commandsMarkWhatAnOpenReaderShows() throws {
    let library = try TestLibrary(Texts.letters(5).merging(["sub/x y.txt": "Sub\n"]) { $1 })
    let journey = try library.open()
    try journey.waitForCursor(on: "● Letter 1")
    let marked = try library.run(
      "mark", "read", "--library", library.path, "02.txt", library.path + "/sub/x y.txt")
    #expect(marked.exit == .status(0) && marked.text == "Marked 2 articles read.\n", "\(marked)")
    try journey.waitFor("6 articles, 4 unread")
    journey.press("U")
    try journey.waitForStatus("Undone: Marked 2 articles read.")
    let redone = try library.run("redo", "--library", library.path)
    #expect(redone.text == "Done again: Marked 2 articles read.\n", "\(redone)")
    try journey.waitFor("6 articles, 4 unread")
    try journey.quit()
    #expect(try library.state()?.read == ["02.txt", "sub/x y.txt"])
  }

  @Test func theShellCanDoWhatTheScreenCan() throws {
    let library = try TestLibrary(Texts.letters(3))
    let here = ["LECTERN_LIBRARY": library.path]
    func run(_ arguments: String...) throws -> Finished {
      try library.finish(
        "exec \"$@\"", [Products.path("lectern")] + arguments, environment: here)
    }
    #expect(try run("mark", "star", "01.txt").text == "Starred 1 article.\n")
    #expect(try run("mark", "star", "01.txt").text == "Nothing to change.\n")
    #expect(try run("tag", "add", "http", "01.txt", "02.txt").text == "Tagged 2 articles http.\n")
    #expect(
      try run("tag", "remove", "http", "01.txt").text == "Took the tag http from 1 article.\n")
    #expect(library.stateText?.contains(#""tags": {"http": {"value": true"#) == true)
    let log = try run("log")
    let lines = log.text.split(separator: "\n").map { $0.dropFirst(18) }
    #expect(
      lines == ["Took the tag http from 1 article", "Tagged 2 articles http", "Starred 1 article"])
    #expect(try run("undo").text == "Undone: Took the tag http from 1 article.\n")
    #expect(try run("log", "--limit", "1").text.hasSuffix("1 article (undone)\n"))
    let json = try run("log", "--format", "json", "--limit", "1")
    let entries = try JSONSerialization.jsonObject(with: Data(json.output)) as? [[String: Any]]
    #expect(entries?.first?["undone"] as? Bool == true)
    #expect(entries?.first?["articles"] as? [String] == ["01.txt"])
    for _ in 1...2 { #expect(try run("undo").exit == .status(0)) }
    let nothing = try run("undo")
    #expect(nothing.exit == .status(1) && nothing.error == "lectern: Nothing to undo.\n")
    #expect(try run("log").text.split(separator: "\n").count == 3)
  }

  @Test(
    arguments: [
      (["mark", "read", "nowhere.txt"], 66), (["mark", "read"], 64),
      (["mark", "eaten", "01.txt"], 64),
      (["mark", "read", "01.txt", "/etc/passwd"], 66), (["tag", "add", "two words", "01.txt"], 64),
      (["tag", "add", "", "01.txt"], 64), (["log", "--limit", "0"], 64), (["redo"], 1),
      (["undo", "--library", "/nowhere"], 66),
    ])
  func mistakesChangeNothing(arguments: [String], status: Int) throws {
    let library = try TestLibrary(Texts.letters(2))
    let finished = try library.finish(
      "exec \"$@\"", [Products.path("lectern")] + arguments,
      environment: ["LECTERN_LIBRARY": library.path])
    #expect(finished.exit == .status(status), "\(finished.error)")
    #expect(finished.output.isEmpty && !finished.error.isEmpty && library.stateText == nil)
    if status != 64 { #expect(finished.errorLines.count == 1, "\(finished.error)") }
  }
}
