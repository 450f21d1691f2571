import Articles
import Foundation
import Seeded
import Synchronization
import Testing

@testable import Storage

/// What is told of a folder while it changes.
@Suite struct LibraryWatchTests {
  private let folder: TemporaryFolder
  private let library: Library
  private let watch: LibraryWatch

  init() throws {
    folder = try TemporaryFolder()
    try folder.makeFolder("sub")
    try folder.write("One.", to: "one.txt")
    try folder.write("Two.", to: "sub/two.txt")
    library = try Library(root: folder.path)
    watch = LibraryWatch(library)
    try library.scan(watching: watch) { _ in true }
  }

  private func paths(_ names: String...) -> LibraryWatch.Change {
    .paths(names.map { ArticlePath($0) }.sorted())
  }

  @Test func filesThatComeChangeAndGoAreTold() throws {
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == paths("new.txt"))
    try folder.write("Changed.", to: "sub/two.txt")
    #expect(watch.next() == paths("sub/two.txt"))
    try FileManager.default.removeItem(atPath: folder.path + "/one.txt")
    #expect(watch.next() == paths("one.txt"))
    try FileManager.default.moveItem(
      atPath: folder.path + "/new.txt", toPath: folder.path + "/sub/old.txt")
    #expect(watch.next() == paths("new.txt", "sub/old.txt"))
    #expect(library.article(ArticlePath("new.txt")) == nil)
    #expect(library.article(ArticlePath("sub/old.txt"))?.bytes == 4)
    #expect(watch.failure == nil)
  }

  @Test func foldersThatComeAndGoAreEverything() throws {
    try folder.makeFolder("sub/deep")
    #expect(watch.next() == .everything)
    try library.scan(watching: watch) { _ in true }
    try folder.write("Deep.", to: "sub/deep/a.txt")
    #expect(watch.next() == paths("sub/deep/a.txt"))
    try FileManager.default.moveItem(
      atPath: folder.path + "/sub", toPath: folder.path + "/other")
    #expect(watch.next() == .everything)
    try library.scan(watching: watch) { _ in true }
    try folder.write("Moved.", to: "other/deep/b.txt")
    #expect(watch.next() == paths("other/deep/b.txt"))
  }

  /// What is no article wakes nobody up: only the last change is told.
  @Test func whatIsNoArticleIsNotTold() throws {
    try folder.write("x", to: ".hidden.txt")
    try folder.write("x", to: "picture.png")
    try folder.makeFolder(".lectern")
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == paths("new.txt"))
  }

  @Test func veryManyChangesAreEverything() throws {
    for number in 0..<3_000 { try folder.write("x", to: "\(number).txt") }
    #expect(watch.next() == .everything)
  }

  /// To watch a folder with very many entries takes long: before that, a screen can be filled.
  @Test func someOfVeryManyAreFoundFirst() throws {
    let other = try TemporaryFolder()
    for number in 0..<3_000 { try other.write("x", to: "\(number).txt") }
    let library = try Library(root: other.path)
    let watch = LibraryWatch(library)
    var batches: [[ArticlePath]] = []
    try library.scan(watching: watch) { batch in
      batches.append(batch.map(\.path))
      return true
    }
    #expect(batches.first?.count == 256)
    let later = batches.dropFirst().joined()
    #expect(later.count == 3_000 && Set(later).count == 3_000)
    #expect(Set(later).isSuperset(of: batches[0]) && later.elementsEqual(later.sorted()))
  }

  /// It lists nothing any longer, but not because it were empty.
  @Test func aFolderThatIsRemovedCannotBeListed() throws {
    try FileManager.default.removeItem(atPath: folder.path)
    #expect(throws: LibraryError.self) { try library.scan { _ in true } }
  }

  @Test func aFolderThatIsMovedIsStillRead() throws {
    let other = folder.path + "-moved"
    try FileManager.default.moveItem(atPath: folder.path, toPath: other)
    defer { try? FileManager.default.removeItem(atPath: other) }
    #expect(watch.next() == .folder)
    let text = Data("New.".utf8)
    #expect(FileManager.default.createFile(atPath: other + "/new.txt", contents: text))
    #expect(watch.next() == paths("new.txt"))
    #expect(library.article(ArticlePath("new.txt")) != nil)
  }

  // MARK: Walks that would come too soon

  /// What one look tells is told at once; the rest when the walk that is under way is over.
  @Test func duringAWalkOnlyPathsAreTold() throws {
    watch.walkBegins()
    try folder.makeFolder("sub/deep")
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == paths("new.txt"))
    try folder.write("New.", to: "sub/new.txt")
    #expect(watch.next() == paths("sub/new.txt"))
    let walker = Thread { [watch] in
      usleep(100_000)
      watch.walkEnds(seeing: 1)
    }
    walker.start()
    #expect(watch.next() == .everything)
  }

  @Test func veryManyPathsAreLookedAtDuringAWalk() throws {
    watch.walkBegins()
    for number in 0..<3_000 { try folder.write("x", to: "\(number).txt") }
    var told: Set<ArticlePath> = []
    while told.count < 3_000 {
      let change = watch.next()
      guard case .paths(let paths) = change else {
        Issue.record("\(change)")
        return
      }
      told.formUnion(paths)
    }
  }

  /// It lists what came before it began.
  @Test func whatAWalkSeesIsNotWalkedAgain() throws {
    watch.walkBegins()
    try folder.makeFolder("sub/deep")
    try folder.write("New.", to: "new.txt")
    #expect(watch.next() == paths("new.txt"))
    try library.scan(watching: watch) { _ in true }
    try folder.write("Newer.", to: "newer.txt")
    #expect(watch.next() == paths("newer.txt"))
  }

  /// Links are articles where they stay inside, and nothing else is one.
  @Test func onlyArticlesAreFound() throws {
    let manager = FileManager.default
    try manager.createSymbolicLink(
      atPath: folder.path + "/in.txt", withDestinationPath: "sub/two.txt")
    try manager.createSymbolicLink(
      atPath: folder.path + "/out.txt", withDestinationPath: "/etc/passwd")
    #expect(mkfifo(folder.path + "/fifo.txt", 0o600) == 0)
    #expect(library.article(ArticlePath("in.txt"))?.bytes == 4)
    for name in ["out.txt", "fifo.txt", "sub", "none.txt", "../x.txt"] {
      #expect(library.article(ArticlePath(name)) == nil, "\(name)")
    }
  }

  /// Follows the changes as the reader does, while another thread makes very many, and ends with
  /// what the folder holds.
  @Test(.timeLimit(.minutes(1))) func afterAStormTheListIsThatOfTheFolder() throws {
    let isOver = Mutex(false)
    let path = folder.path
    let storm = Thread {
      Self.storm(in: path)
      isOver.withLock { $0 = true }
      // One more change, so that the follower wakes up.
      close(open(path + "/last.txt", O_CREAT | O_WRONLY, 0o600))
    }
    var known: [ArticlePath: Int] = [:]
    try library.scan(watching: watch) { batch in
      for article in batch { known[article.path] = article.bytes }
      return true
    }
    storm.start()
    while true {
      switch watch.next() {
      case .paths(let paths): for path in paths { known[path] = library.article(path)?.bytes }
      case .everything, .folder:
        known = [:]
        try library.scan(watching: watch) { batch in
          for article in batch { known[article.path] = article.bytes }
          return true
        }
      }
      // The last walk may still be to come.
      if isOver.withLock({ $0 }), known[ArticlePath("last.txt")] != nil, known == (try truth()) {
        break
      }
    }
    print("Storm: 100000 changes, \(known.count) articles in the end")
  }

  /// What the folder holds.
  private func truth() throws -> [ArticlePath: Int] {
    var truth: [ArticlePath: Int] = [:]
    try Library(root: folder.path).scan { batch in
      for article in batch { truth[article.path] = article.bytes }
      return true
    }
    return truth
  }

  private static func storm(in path: String) {
    var random = Seeded(7)
    let folders = (0..<5).map { "\(path)/f\($0)" }
    for step in 0..<100_000 {
      let folder = folders[Int.random(in: 0..<5, using: &random)]
      let name = "\(folder)/\(Int.random(in: 0..<60, using: &random)).txt"
      switch Int.random(in: 0..<100, using: &random) {
      case 0..<60:
        let file = open(name, O_CREAT | O_WRONLY | O_APPEND, 0o600)
        if file >= 0 {
          write(file, "word", 4)
          close(file)
        }
      case 60..<80: unlink(name)
      case 80..<98: rename(name, "\(folders[step % 5])/\(step % 60).txt")
      case 98: mkdir(folder, 0o700)
      default: rename(folder, folders[step % 5])
      }
    }
  }
}
