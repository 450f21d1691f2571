import Articles
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Storage

/// What is mounted below a library, of which its folders say nothing.
@Suite(.timeLimit(.minutes(1))) struct MountTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("Text.", to: "sub/a.txt")
    library = try Library(root: folder.path)
  }

  // MARK: The table

  private static let table = """
    22 27 0:21 / /proc rw,relatime - proc proc rw
    31 27 8:1 / /srv/texts rw,relatime shared:1 - ext4 /dev/sda1 rw
    32 31 0:40 / /srv/texts/share rw,relatime shared:2 - nfs4 server:/texts rw

    """

  private func isSame(_ old: String, _ new: String, _ table: String = table) -> Bool {
    let folder = Array("/srv/texts".utf8)
    return MountTable(Array(table.utf8), below: folder)
      == MountTable(Array(table.replacing(old, with: new).utf8), below: folder)
  }

  @Test func onlyWhatIsBelowTheLibraryCounts() {
    #expect(isSame("22 27 0:21 / /proc rw,relatime - proc proc rw\n", ""))
    #expect(isSame("/srv/texts rw", "/srv/texts ro"), "its own mount is another matter")
    #expect(isSame("/srv/texts rw", "/srv/texts2/a rw"), "a longer name is another folder")
    #expect(!isSame("/srv/texts/share", "/srv/other/share"))
    #expect(!isSame("/srv/texts/share", "/srv/texts/share2"))
    #expect(!isSame("32 31 0:40", "33 31 0:40"), "it was mounted again")
    #expect(!isSame("32 31 0:40", "32 31 0:41"), "it is another one")
    #expect(isSame("/share rw,relatime", "/share ro,relatime"), "the files are the same")
  }

  @Test func namesAreUnescaped() {
    let line = Array("32 31 0:40 / /srv/my\\040texts/a rw - nfs4 s:/t rw\n".utf8)
    let none = MountTable([], below: Array("/srv/my texts".utf8))
    #expect(MountTable(line, below: Array("/srv/my texts".utf8)) != none)
    #expect(MountTable(line, below: Array("/srv/my\\040texts".utf8)) == none)
    #expect(MountTable(Array("x\n\n1 2 3 4 /a\\9".utf8), below: [UInt8(ascii: "/")]) == none)
  }

  // MARK: The watch

  /// A system whose table of mounts is this one; it tells of a change when the pipe has lost its
  /// reader, and then without end.
  private func system(_ table: Table, _ writer: Int32) -> WatchSystem {
    var system = WatchSystem()
    system.openMounts = { writer }
    system.mounts = { _ in Array(table.value.utf8) }
    return system
  }

  @Test(arguments: [true, false]) func aMountBelowTheLibraryIsEverything(isBelow: Bool) throws {
    var ends: [Int32] = [0, 0]
    #expect(pipe(&ends) == 0)
    let table = Table("")
    let watch = LibraryWatch(library, system: system(table, ends[1]))
    try library.scan(watching: watch) { _ in true }
    table.value = "9 1 0:9 / \(isBelow ? folder.path : "/elsewhere")/sub rw - tmpfs t rw\n"
    close(ends[0])
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == (isBelow ? .everything : .paths([ArticlePath("new.txt")])))
  }

  @Test func withoutATableTheRestIsTold() throws {
    var system = WatchSystem()
    system.openMounts = { -1 }
    let watch = LibraryWatch(library, system: system)
    try library.scan(watching: watch) { _ in true }
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == .paths([ArticlePath("new.txt")]))
  }

  /// Really, where this may be done.
  @Test func whatIsMountedAndUnmountedIsTold() throws {
    let place = folder.path + "/sub"
    let watch = LibraryWatch(library)
    try library.scan(watching: watch) { _ in true }
    guard run("mount", "-t", "tmpfs", "lectern-test", place) else {
      return print("Mounts: none may be made here, so that was not tried")
    }
    var isMounted = true
    defer { if isMounted { _ = run("umount", place) } }
    #expect(watch.next() == .everything)
    try library.scan(watching: watch) { _ in true }
    try folder.write("New.", to: "sub/b.txt")
    #expect(watch.next() == .paths([ArticlePath("sub/b.txt")]), "and its files are watched")
    isMounted = !run("umount", place)
    #expect(watch.next() == .everything)
    #expect(library.article(ArticlePath("sub/a.txt")) != nil)
  }

  private func run(_ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}

/// Shared between a test and what it injects.
private final class Table: Sendable {
  private let text: Mutex<String>

  init(_ value: String) { text = Mutex(value) }

  var value: String {
    get { text.withLock { $0 } }
    set { text.withLock { $0 = newValue } }
  }
}
