import Foundation
import TerminalTesting
import Testing

/// A folder of which the system does not tell all changes, or that is taken away for a while.
@Suite(.serialized) struct BlindFolderJourneys {
  private static let notWatched = "Changes show within half a minute or so, or with r: the system"

  /// Letters in folders of their own.
  private func letters(_ count: Int) throws -> TestLibrary {
    let library = try TestLibrary()
    for (name, text) in Texts.letters(count) {
      try library.write("\(name.prefix(2))/\(name)", text)
    }
    return library
  }

  @Test func withTooFewWatchesChangesShowAndThePlaceStays() throws {
    let library = try letters(40)
    let journey = try library.open(
      through: Privilege.limited("max_inotify_watches", to: 6), columns: 120)
    try journey.waitForStatus(BlindFolderJourneys.notWatched)
    try journey.waitFor("40 articles, 40 unread")
    journey.press("20G")
    try journey.waitForCursor(on: "● Letter 20")
    let row = journey.screen.cursor.row
    // Above and below the cursor: only what comes above moves it, with the rows around it.
    try library.write("21/21.txt", Texts.short("Twentyfirst"))
    library.remove("35/35.txt")
    try library.write("39/new.txt", Texts.short("Newcomer"))
    try journey.waitFor("Twentyfirst")
    try journey.waitFor("40 articles, 40 unread")
    try journey.waitForCursor(on: "● Letter 20")
    #expect(journey.screen.cursor.row == row, "\(journey.screen.text)")
    try library.write("01/00.txt", Texts.short("Zeroth"))
    try journey.waitFor("41 articles, 41 unread")
    try journey.waitForCursor(on: "● Letter 20")
    #expect(journey.screen.cursor.row == row, "\(journey.screen.text)")
    #expect(!journey.status.contains("half a minute"), "it is said once")
    try journey.quit()
  }

  @Test func withoutAnyWatchChangesShow() throws {
    let library = try letters(3)
    let journey = try library.open(
      through: Privilege.limited("max_inotify_instances", to: 0), columns: 140)
    try journey.waitForStatus(BlindFolderJourneys.notWatched)
    try library.write("02/02.txt", Texts.short("Second"))
    try journey.waitFor("Second")
    library.remove("03/03.txt")
    try journey.waitFor("2 articles, 2 unread")
    try journey.quit()
  }

  @Test func aFolderThatIsRemovedStaysOnTheScreenUntilItIsBack() throws {
    let library = try TestLibrary(Texts.letters(3))
    let journey = try library.open(columns: 120)
    for (name, text) in Texts.letters(4) { try library.write("../new/\(name)", text) }
    try journey.waitFor("3 articles, 3 unread")
    journey.press("j")
    try journey.waitForCursor(on: "Letter 2")
    try library.finish("rm -rf \"$1\"", [library.path])
    try journey.waitForStatus("The folder is not there any longer.")
    #expect(journey.screen.row(0).contains("3 articles, 3 unread"), "\(journey.screen.text)")
    try library.finish("mv ../new \"$1\"", [library.path])
    try journey.waitForStatus("The folder is back in its place.")
    try journey.waitFor("4 articles, 4 unread")
    try journey.waitForCursor(on: "Letter 2")
    journey.press("Enter")
    try journey.waitFor("the word of letter 2.")
    try journey.quit()
  }

  /// As when a disk is pulled out and put in again.
  @Test func aDiskThatIsTakenAwayAndComesBack() throws {
    guard Privilege.mayMount else { return }
    let library = try TestLibrary()
    for (name, text) in Texts.letters(4) { try library.write("../disk/\(name)", text) }
    let steps = """
      mount -t tmpfs none "$2" && cp ../disk/0[123].txt "$2"
      (until [ -e away ]; do sleep 0.02; done; umount -l "$2"
      until [ -e back ]; do sleep 0.02; done; mount -t tmpfs none "$2"; cp ../disk/* "$2") &
      exec "$@"
      """
    let journey = try library.open(through: Privilege.unshared(steps), columns: 120)
    try journey.waitFor("3 articles, 3 unread")
    journey.press("j")
    try journey.waitForCursor(on: "Letter 2")
    try library.write("../home/away", "")
    try journey.waitForStatus("The folder is not there any longer.")
    journey.press("r")
    try journey.waitForStatus("Cannot list")
    #expect(journey.screen.row(0).contains("3 articles, 3 unread"), "\(journey.screen.text)")
    try library.write("../home/back", "")
    try journey.waitForStatus("The folder is back in its place.")
    try journey.waitFor("4 articles, 4 unread")
    try journey.waitForCursor(on: "Letter 2")
    try journey.quit()
  }
}
