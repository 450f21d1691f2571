import Articles
import Foundation
import Glibc
import Testing

@testable import Storage

/// A library's own folder that goes, and comes back.
@Suite(.timeLimit(.minutes(1))) struct LostFolderTests {
  private let above: TemporaryFolder
  private let library: Library
  private let watch: LibraryWatch

  init() throws {
    above = try TemporaryFolder()
    try above.write("Text.", to: "library/a.txt")
    library = try Library(root: above.path + "/library")
    watch = LibraryWatch(
      library, system: WatchSystem(), pauses: .milliseconds(5) ... .milliseconds(40))
    try library.scan(watching: watch) { _ in true }
  }

  private func move(_ from: String, _ to: String) throws {
    try FileManager.default.moveItem(
      atPath: above.path + "/" + from, toPath: above.path + "/" + to)
  }

  private func removeLibrary() throws {
    try FileManager.default.removeItem(atPath: above.path + "/library")
  }

  private func bytes(_ name: String) -> Int? { library.article(ArticlePath(name))?.bytes }

  @Test func aRemovedFolderIsLost() throws {
    try removeLibrary()
    #expect(watch.next() == .folder, "and its files are not told")
    #expect(library.find() == .lost)
    #expect(throws: LibraryError.self) { try library.scan(watching: watch) { _ in true } }
    #expect(watch.next() == .everything, "it is looked for")
  }

  @Test func aFolderThatIsMadeAgainIsTaken() throws {
    try removeLibrary()
    #expect(watch.next() == .folder)
    try above.write("Other text.", to: "library/a.txt")
    #expect(watch.next() == .everything)
    #expect(library.find() == .inPlace)
    try library.scan(watching: watch) { _ in true }
    #expect(bytes("a.txt") == 11)
    try above.write("New.", to: "library/n.txt")
    #expect(watch.next() == .paths([ArticlePath("n.txt")]))
  }

  /// Where a disk was mounted, an empty folder remains.
  @Test func anEmptyFolderIsNotTaken() throws {
    try removeLibrary()
    try above.makeFolder("library/.lectern")
    #expect(library.find() == .lost)
    try above.makeFolder("library/sub")
    #expect(library.find() == .inPlace)
  }

  @Test func aFileInItsPlaceIsNotTaken() throws {
    try removeLibrary()
    try above.write("Text.", to: "library")
    #expect(library.find() == .lost)
  }

  @Test func aMovedFolderIsReadUntilItIsBack() throws {
    try move("library", "elsewhere")
    #expect(watch.next() == .folder)
    #expect(library.find() == .elsewhere)
    // Another one in its place is another one.
    try above.write("Other text.", to: "library/a.txt")
    #expect(library.find() == .elsewhere)
    #expect(bytes("a.txt") == 5)
    try removeLibrary()
    try move("elsewhere", "library")
    #expect(watch.next() == .folder)
    #expect(library.find() == .inPlace)
    try above.write("New.", to: "library/n.txt")
    #expect(watch.next() == .paths([ArticlePath("n.txt")]))
  }
}
