import Articles
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Storage

/// Folders of which the system does not tell all changes.
@Suite(.timeLimit(.minutes(1))) struct BlindWatchTests {
  private let folder: TemporaryFolder
  private let library: Library

  init() throws {
    folder = try TemporaryFolder()
    for name in ["a.txt", "sub/b.txt", "sub/deep/c.txt"] { try folder.write("Text.", to: name) }
    library = try Library(root: folder.path)
  }

  private func watch(
    _ system: WatchSystem, pauses: ClosedRange<Duration> = .milliseconds(5) ... .milliseconds(40)
  ) throws -> LibraryWatch {
    let watch = LibraryWatch(library, system: system, pauses: pauses)
    try library.scan(watching: watch) { _ in true }
    return watch
  }

  /// A system that has no watch left while `isRefusing`, for folders other than the first so many.
  private func system(after count: Int, _ isRefusing: Flag = Flag(true)) -> WatchSystem {
    var system = WatchSystem()
    let given = Count()
    let real = system.add
    system.add = { descriptor, place, wanted in
      guard given.next() > count, isRefusing.value else { return real(descriptor, place, wanted) }
      errno = ENOSPC
      return -1
    }
    return system
  }

  /// What a walk finds.
  private func list(_ watch: LibraryWatch? = nil) throws -> [String] {
    var names: [String] = []
    try library.scan(watching: watch) { articles in
      names += articles.map { "\(String(decoding: $0.path.bytes, as: UTF8.self)) \($0.bytes)" }
      return true
    }
    return names
  }

  /// Follows what is told as the reader does, until it knows what the folder holds.
  private func follow(_ watch: LibraryWatch, until names: [String]) throws {
    var known: [String] = []
    while known != names {
      switch watch.next() {
      case .paths: known = try list()
      case .everything, .folder: known = try list(watch)
      }
    }
  }

  private func error(_ code: Int32, _ path: String = "") -> LibraryError {
    LibraryError(.watch, path: Array(path.utf8), reason: .system(code))
  }

  // MARK: No watches

  @Test func aFolderWithoutAWatchIsWalkedAgain() throws {
    let watch = try watch(system(after: 1))
    #expect(watch.failure == error(ENOSPC, "sub"))
    try folder.write("New.", to: "sub/n.txt")
    try folder.write("Longer text.", to: "sub/b.txt")
    folder.remove("sub/deep/c.txt")
    try follow(watch, until: ["a.txt 5", "sub/b.txt 12", "sub/n.txt 4"])
  }

  /// Changes in one folder, of which all is told, put off the walk for the others no longer than
  /// there were none.
  @Test func whatIsToldDoesNotHideTheRest() throws {
    let watch = try watch(system(after: 1), pauses: .milliseconds(300) ... .milliseconds(300))
    let isOver = Flag(false)
    let path = folder.path
    let writer = Thread {
      while !isOver.value {
        close(open(path + "/.hidden.txt", O_CREAT | O_WRONLY | O_TRUNC, 0o600))
        usleep(50_000)
      }
    }
    writer.start()
    defer { isOver.value = true }
    #expect(watch.next() == .everything)
  }

  /// Who waits already, for as long as it takes, hears of it when watches run out.
  @Test func whoWaitsLearnsThatNotAllIsTold() {
    let watch = LibraryWatch(
      library, system: system(after: 1), pauses: .milliseconds(5) ... .milliseconds(40))
    let walker = Thread { [library] in
      usleep(100_000)
      _ = try? library.scan(watching: watch) { _ in true }
    }
    walker.start()
    #expect(watch.next() == .everything)
  }

  @Test func withoutAnyDescriptorTheFolderIsWalkedAgain() throws {
    var system = WatchSystem()
    system.open = {
      errno = EMFILE
      return -1
    }
    let watch = try watch(system)
    #expect(watch.failure == error(EMFILE))
    try folder.write("New.", to: "n.txt")
    try follow(watch, until: ["a.txt 5", "n.txt 4", "sub/b.txt 5", "sub/deep/c.txt 5"])
    #expect(watch.failure == error(EMFILE))
  }

  /// Then nothing is walked any longer that nothing happens in.
  @Test func watchesThatAreThereAgainAreTaken() throws {
    let isRefusing = Flag(true)
    let watch = try watch(system(after: 0, isRefusing))
    #expect(watch.failure == error(ENOSPC))
    #expect(watch.next() == .everything)
    isRefusing.value = false
    try library.scan(watching: watch) { _ in true }
    #expect(watch.failure == nil)
    try folder.write("New.", to: "sub/deep/n.txt")
    #expect(watch.next() == .paths([ArticlePath("sub/deep/n.txt")]))
  }

  /// More has happened than the system keeps, and what counts was after that.
  @Test func whatWasTooMuchToTellIsEverything() throws {
    let watch = try watch(WatchSystem())
    let limit = try String(
      contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8)
    // Equal events are told as one, so two files take turns.
    let count = try #require(Int(limit.trimmingCharacters(in: .whitespacesAndNewlines)))
    for number in 0...count {
      close(open(folder.path + "/.\(number % 2).txt", O_CREAT | O_WRONLY | O_TRUNC, 0o600))
    }
    try folder.write("New.", to: "n.txt")
    #expect(watch.next() == .everything)
  }

  // MARK: Other machines

  @Test(arguments: ["", "/sub"]) func aFolderOnAnotherMachineIsWalkedAgain(_ remote: String) throws
  {
    var system = WatchSystem()
    let place = folder.path + remote
    system.isRemote = { name in realPath(name.dropLast().map(UInt8.init)) == Array(place.utf8) }
    // Others change it, and nothing is told of that.
    let real = system.add
    system.add = { descriptor, place, _ in real(descriptor, place, UInt32(IN_DELETE_SELF)) }
    let watch = try watch(system)
    #expect(watch.failure == error(EREMOTE, String(remote.dropFirst())))
    try folder.write("Longer text.", to: "sub/b.txt")
    folder.remove("a.txt")
    try follow(watch, until: ["sub/b.txt 12", "sub/deep/c.txt 5"])
  }

  /// What this machine changes there is told at once all the same.
  @Test func whatIsChangedHereIsToldThere() throws {
    var system = WatchSystem()
    system.isRemote = { _ in true }
    let watch = try watch(system, pauses: .seconds(3_600) ... .seconds(3_600))
    try folder.write("New.", to: "sub/n.txt")
    #expect(watch.next() == .paths([ArticlePath("sub/n.txt")]))
  }
}

/// Shared between a test and what it injects.
private final class Flag: Sendable {
  private let flag: Mutex<Bool>

  init(_ value: Bool) { flag = Mutex(value) }

  var value: Bool {
    get { flag.withLock { $0 } }
    set { flag.withLock { $0 = newValue } }
  }
}

private final class Count: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1
      return count
    }
  }
}
