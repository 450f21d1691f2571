import Articles
import Foundation
import Storage
import Testing
import Typesetting

@Suite struct LibraryTests {
  private func paths(_ library: Library) throws -> [[UInt8]] {
    var found: [[UInt8]] = []
    try library.scan { articles in
      found += articles.map(\.path.bytes)
      return true
    }
    return found
  }

  private func names(_ library: Library) throws -> [String] {
    try paths(library).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test func onlyArticlesAreFound() throws {
    let folder = try TemporaryFolder()
    let articles = ["a.txt", "b.MD", "c.txt.gz", "deep/er/d.org", "e.asc", "f.adoc", "g.rst"]
    for name in articles { try folder.write("x", to: name) }
    for name in [".hidden.txt", ".git/x.txt", "i.pdf", "txt", "j.gz", "k.txt~", ".lectern/s.txt"] {
      try folder.write("x", to: name)
    }
    mkfifo(folder.path + "/fifo.txt", 0o600)
    mkdir(folder.path + "/folder.txt", 0o700)
    #expect(try names(Library(root: folder.path)) == articles.sorted())
  }

  @Test func linksAreFollowedOnlyInside() throws {
    let outside = try TemporaryFolder()
    try outside.write("secret", to: "secret.txt")
    let folder = try TemporaryFolder()
    try folder.write("x", to: "sub/real.txt")
    let links = [
      "inside.txt": "sub/real.txt", "outside.txt": outside.path + "/secret.txt",
      "gone.txt": "nothing", "loop.txt": "loop.txt", "up.txt": "../../etc/passwd",
      "null.txt": "/dev/null", "tree": "sub",
    ]
    for (name, target) in links { symlink(target, folder.path + "/" + name) }
    let library = try Library(root: folder.path)
    #expect(try names(library) == ["inside.txt", "sub/real.txt"])
    #expect(throws: LibraryError.self) { try library.readWhole(ArticlePath("outside.txt")) }
    #expect(throws: LibraryError.self) { try library.readWhole(ArticlePath("../x.txt")) }
    #expect(throws: LibraryError.self) { try library.readWhole(ArticlePath("null.txt")) }
  }

  @Test func namesAreBytes() throws {
    let folder = try TemporaryFolder()
    let names: [[UInt8]] = [
      Array("new\nline.txt".utf8), Array("e\u{1B}[2J.txt".utf8), [0xFF, 0xFE] + ".txt".utf8,
      Array("é.txt".utf8), Array("e\u{301}.txt".utf8), Array("--help.txt".utf8),
    ]
    for name in names {
      let path = (Array(folder.path.utf8) + [0x2F] + name + [0]).map { CChar(bitPattern: $0) }
      let file = open(path, O_CREAT | O_WRONLY, 0o600)
      #expect(name.withUnsafeBytes { write(file, $0.baseAddress, $0.count) } == name.count)
      close(file)
    }
    let library = try Library(root: folder.path)
    let found = try paths(library)
    #expect(Set(found) == Set(names))
    for name in found { #expect(try library.readWhole(ArticlePath(name)).bytes == name) }
  }

  @Test func aLargeFolderIsFoundWhole() throws {
    let folder = try TemporaryFolder()
    for number in 0..<9_000 { try folder.write("", to: "\(number).txt") }
    let library = try Library(root: folder.path)
    var batches: [[Article]] = []
    try library.scan { articles in
      batches.append(articles)
      return true
    }
    #expect(Set(batches.joined().map(\.path)).count == 9_000)
    #expect((1...256).contains(batches.first?.count ?? 0))
    for batch in batches { #expect(batch.map(\.path) == batch.map(\.path).sorted()) }
  }

  @Test func whatIsGoneIsAnError() throws {
    let folder = try TemporaryFolder()
    let library = try Library(root: folder.path)
    let error = #expect(throws: LibraryError.self) { try library.summary(ArticlePath("a.txt")) }
    #expect(error?.reason == .system(ENOENT))
    #expect(throws: LibraryError.self) { try Library(root: folder.path + "/none") }
  }

  @Test func longTextsAreOpenedByWindowsOfWholeLines() throws {
    let folder = try TemporaryFolder()
    let line = String(repeating: "word ", count: 20) + "\n"
    try folder.write(String(repeating: line, count: 30_000), to: "long.txt")
    let library = try Library(root: folder.path)
    let middle = try library.document(ArticlePath("long.txt"), near: 1_500_000).source
    #expect(middle.total == line.utf8.count * 30_000)
    #expect(middle.start % line.utf8.count == 0)
    #expect(middle.bytes.count % line.utf8.count == 0)
    #expect((middle.start..<(middle.start + middle.bytes.count)).contains(1_500_000))
    let end = try library.document(ArticlePath("long.txt"), near: .max).source
    #expect(end.start + end.bytes.count == end.total)
  }
}
