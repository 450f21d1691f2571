import Foundation
import TerminalTesting
import Testing

/// A folder that changes while it is read.
@Suite(.serialized) struct LiveFolderJourneys {
  @Test func whatComesChangesAndGoesShows() throws {
    let library = try TestLibrary([
      "a.txt": Texts.long("Alpha", paragraphs: 3), "b.txt": Texts.long("Bravo", paragraphs: 3),
    ])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    journey.press("m")
    try journey.waitFor("2 articles, 1 unread")
    try library.write("new/c.txt", Texts.long("Charlie", paragraphs: 3))
    try journey.waitFor("● Charlie")
    try library.write("new/d.txt", Texts.long("Delta", paragraphs: 3))
    try journey.waitFor("● Delta")
    try FileManager.default.removeItem(atPath: library.path + "/b.txt")
    try journey.waitFor("3 articles, 2 unread")
    try FileManager.default.moveItem(
      atPath: library.path + "/a.txt", toPath: library.path + "/new/z.txt")
    // It stands last, and its mark has followed.
    try journey.waitUntil("moved row") { screen in
      screen.text.contains(/Delta.*\n   Alpha/) && screen.text.contains("3 articles, 2 unread")
    }
    try journey.quit()
  }

  @Test func aFolderThatIsMovedStaysOnTheScreen() throws {
    let library = try TestLibrary(["a.txt": Texts.long("Alpha", paragraphs: 3)])
    let journey = try library.open()
    try journey.waitForCursor(on: "● Alpha")
    try FileManager.default.moveItem(atPath: library.path, toPath: library.path + "-moved")
    defer { try? FileManager.default.removeItem(atPath: library.path + "-moved") }
    try journey.waitForStatus("The folder was moved away.")
    try journey.waitFor("1 article, 1 unread")
    try journey.quit()
  }
}
