import Articles
import Foundation
import Seeded
import Storage
import Testing

/// Which files are articles, and the order in which they are found.
@Suite struct LibraryScanTests {
  private func batches(_ folder: TemporaryFolder) throws -> [[Article]] {
    var batches: [[Article]] = []
    let failures = try Library(root: folder.path).scan { articles in
      batches.append(articles)
      return true
    }
    #expect(failures == [])
    return batches
  }

  private func names(_ folder: TemporaryFolder) throws -> [String] {
    try batches(folder).joined().map(\.path.displayString)
  }

  private func isSorted(_ paths: [ArticlePath]) -> Bool {
    zip(paths, paths.dropFirst()).allSatisfy { $0 < $1 }
  }

  /// Of a large folder, what is told of each file while the others are listed is its own. Most names
  /// differ only far behind their beginning.
  @Test func eachOfVeryManyIsWhatALookAtItTells() throws {
    let folder = try TemporaryFolder()
    for number in 0..<5_000 {
      try folder.write([UInt8](repeating: 0x78, count: number), to: "One of many, \(number).txt")
    }
    try folder.write("In a folder.", to: "folder.txt/a.txt")
    for (name, target) in [
      ("link.txt", "One of many, 7.txt"), ("out.txt", "/etc/passwd"), ("gone.txt", "x"),
    ] {
      symlink(target, folder.path + "/" + name)
    }
    mkfifo(folder.path + "/pipe.txt", 0o600)
    let library = try Library(root: folder.path)
    let found = try batches(folder).flatMap { $0 }
    #expect(found.count == 5_002 && isSorted(found.map(\.path)))
    #expect(found.allSatisfy { library.article($0.path) == $0 })
    let sizes = found.compactMap { article in
      Int(article.path.displayString.dropFirst(13).dropLast(4)).map { $0 == article.bytes }
    }
    #expect(sizes.count == 5_000 && sizes.allSatisfy { $0 })
  }

  /// A file's name, and whether it is that of an article.
  @Test(
    arguments: [
      ("a.txt", true), ("a.text", true), ("a.md", true), ("a.markdown", true), ("a.rst", true),
      ("a.org", true), ("a.adoc", true), ("a.asc", true), ("A.TXT", true), ("a.Md", true),
      ("a.txt.gz", true), ("a.TXT.Gz", true), ("a.b.txt", true), ("a..txt", true),
      (" .txt", true), ("-.txt", true), ("a", false), ("txt", false), (".txt", false),
      (".a.txt", false), ("a.gz", false), ("a.tar.gz", false), ("txt.gz", false),
      (".txt.gz", false), ("a.txt.gz.gz", false), ("a.txt~", false), ("a.txt.bak", false),
      ("a.txt ", false), ("a.txts", false), ("a.tx", false), ("a.pdf", false), ("a.", false),
      ("a.txt.", false), ("..txt", false), ("a.ＴＸＴ", false),
    ])
  func namesOfArticles(name: String, isArticle: Bool) throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: name)
    try folder.write("x", to: "sub/" + name)
    #expect(try names(folder) == (isArticle ? [name, "sub/" + name].sorted() : []))
  }

  @Test func hiddenFoldersAreSkippedAtAnyDepth() throws {
    let folder = try TemporaryFolder()
    for name in [".git/a.txt", "a/.b/c.txt", "a/.b/c/d.txt", "a/b.txt"] {
      try folder.write("x", to: name)
    }
    #expect(try names(folder) == ["a/b.txt"])
  }

  @Test func aFolderNamedAsAnArticleIsAFolder() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "x.txt/y.txt")
    mkdir(folder.path + "/z.md", 0o700)
    #expect(try names(folder) == ["x.txt/y.txt"])
  }

  @Test func linkedFoldersAndLoopsEndTheWalk() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "sub/a.txt")
    symlink("..", folder.path + "/sub/up")
    symlink(".", folder.path + "/sub/here.txt")
    symlink("two.txt", folder.path + "/one.txt")
    symlink("one.txt", folder.path + "/two.txt")
    #expect(try names(folder) == ["sub/a.txt"])
  }

  @Test func anArticleTellsItsSizeAndTime() throws {
    let folder = try TemporaryFolder()
    try folder.write("12345", to: "a.txt")
    var times = [timeval(tv_sec: 7, tv_usec: 0), timeval(tv_sec: 1234, tv_usec: 567_000)]
    #expect(utimes(folder.path + "/a.txt", &times) == 0)
    symlink("a.txt", folder.path + "/link.txt")
    for article in try batches(folder).joined() {
      #expect(article.bytes == 5)
      #expect(article.modified == 1_234_567)
    }
  }

  /// The order is that of the whole paths, though folders are walked one by one.
  @Test(arguments: [1, 2, 3] as [UInt64]) func pathsComeInOrder(seed: UInt64) throws {
    var numbers = Seeded(seed)
    let parts = ["a", "a-b", "a.b", "a0", "A", "é", "b", "a b", "a!", "\u{1}"]
    let folder = try TemporaryFolder()
    var names: Set<String> = []
    for _ in 0..<700 {
      let depth = Int.random(in: 0...3, using: &numbers)
      let folders = (0..<depth).compactMap { _ in parts.randomElement(using: &numbers) }
      let name = parts.randomElement(using: &numbers) ?? "a"
      names.insert((folders + [name + ".txt"]).joined(separator: "/"))
    }
    for name in names { try folder.write("", to: name) }
    let found = try batches(folder).joined().map(\.path)
    #expect(Set(found.map(\.displayString)) == names, "seed \(seed)")
    #expect(isSorted(found), "seed \(seed)")
  }

  /// More files than a batch holds, over folders that are not large.
  @Test func manyBatchesAreInOrder() throws {
    let folder = try TemporaryFolder()
    for part in ["a", "a.d", "b"] {
      try folder.write("", to: "\(part)/x.txt")
      for number in 0..<399 { try touch(folder.path + "/\(part)/\(number).txt") }
    }
    let batches = try batches(folder)
    let found = batches.joined().map(\.path)
    #expect(found.count == 1_200)
    #expect(isSorted(found))
    #expect(batches.count >= 2)
    #expect(batches.first?.count == 256)
    #expect(batches.allSatisfy { $0.count <= 4_096 })
  }

  @Test func aScanStopsWhenToldTo() throws {
    let folder = try TemporaryFolder()
    for number in 0..<600 { try touch(folder.path + "/\(number).txt") }
    var calls = 0
    try Library(root: folder.path).scan { _ in
      calls += 1
      return false
    }
    #expect(calls == 1)
  }

  @Test func filesThatVanishDuringTheScanAreNoFailures() throws {
    let folder = try TemporaryFolder()
    for number in 0..<600 { try touch(folder.path + "/a/\(number).txt") }
    try folder.write("x", to: "b/x.txt")
    var found = 0
    let failures = try Library(root: folder.path).scan { articles in
      found += articles.count
      try? FileManager.default.removeItem(atPath: folder.path + "/a")
      try? FileManager.default.removeItem(atPath: folder.path + "/b")
      return true
    }
    #expect(failures == [])
    #expect(found == 256)
  }

  @Test func aLibraryThatIsNoFolderIsAnError() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "a.txt")
    let error = #expect(throws: LibraryError.self) { try Library(root: folder.path + "/a.txt") }
    #expect(error?.reason == .system(ENOTDIR))
    #expect(error?.operation == .open)
  }

  private func touch(_ path: String) throws {
    if !FileManager.default.createFile(atPath: path, contents: nil) {
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try #require(FileManager.default.createFile(atPath: path, contents: nil))
    }
  }
}
