import Foundation
import TerminalTesting
import Testing

/// A disk without room: the old file stays, the marks wait, the user knows.
@Suite struct FullDiskJourneys {
  /// Puts a small file system in the place of the state folder and fills it. Where nothing may be
  /// mounted, files are kept from growing beyond 32 KiB, which fails at the same call.
  private static let script =
    Privilege.mayMount
    ? Privilege.unshared(
      """
      mount -t tmpfs -o size=64k none "$2/.lectern" && cat /dev/zero >"$2/.lectern/filler" 2>/dev/null
      exec "$@"
      """) : limited

  private static let limited = "ulimit -f 64; exec \"$@\""

  /// A library whose state is larger than 32 KiB.
  private func library() throws -> TestLibrary {
    let library = try TestLibrary(Texts.letters(5))
    let lines = (1000...2000).map { number in
      "\"gone-\(number).txt\": {\"read\": {\"value\": true, \"at\": 1764000000000}}"
    }
    try library.writeState(
      "{\"format\": \"lectern-state\", \"articles\": {\n\(lines.joined(separator: ",\n"))\n}\n}\n")
    return library
  }

  @Test func marksWaitForRoomOnTheDisk() throws {
    let library = try library()
    let journey = try library.open(through: Self.script, columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Not saved: ")
    #expect(journey.status.contains("1 mark kept here; trying again."), "\(journey.status)")
    journey.press("j", "m", "j", "Enter")
    try journey.waitFor("the word of letter 3.")
    try journey.waitForStatus("Not saved: ")
    guard Privilege.mayMount else { return try expectLoss(journey) }
    #expect(journey.status.contains("the disk is full"), "\(journey.status)")
    let inside = "/proc/\(journey.terminal.process)/root" + library.stateFolder
    unlink(inside + "/filler")
    try journey.waitForNo("Not saved")
    let text = String(decoding: library.read(inside + "/state.json") ?? [], as: UTF8.self)
    #expect(try StateDocument(text).read == ["01.txt", "02.txt"])
    try journey.quit()
  }

  @Test func aDiskThatStaysFullIsToldAtTheEnd() throws {
    let library = try library()
    let journey = try library.open(through: Self.script, columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m", "j", "s")
    try journey.waitForStatus("Not saved: ")
    try expectLoss(journey)
  }

  private func expectLoss(_ journey: Journey) throws {
    journey.press("Q")
    #expect(try journey.end() == .status(74))
    journey.expectTerminalAsFound()
    #expect(journey.screen.text.contains(" could not be saved: "), "\(journey.screen.text)")
  }

  @Test func filesThatMayNotGrowAreAnErrorAndNoSignal() throws {
    let library = try library()
    let before = library.stateText
    let journey = try library.open(through: Self.limited, columns: 120)
    try journey.waitForCursor(on: "● Letter 1")
    journey.press("m")
    try journey.waitForStatus("Not saved: the file would be too large.")
    try expectLoss(journey)
    #expect(library.stateText == before, "the old file stays")
    #expect(library.names(in: library.stateFolder) == ["state.json"])
  }
}
