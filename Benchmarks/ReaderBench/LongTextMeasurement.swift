import Foundation
import TerminalTesting

/// Measures how soon a page of a text is there that is too long to be read as a whole.
struct LongTextMeasurement {
  let reader: String
  let folder: URL
  let runs: Int

  func run() throws {
    try measure("1 GiB of paragraphs", bytes: 1 << 30) { writer in
      writer.article(1, words: 100_000)
    }
    try measure("one line of 100 MB", bytes: 100_000_000) { writer in
      writer.words(100_000).joined(separator: " ") + " "
    }
  }

  /// - Parameter part: what the text is made of, again and again.
  private func measure(
    _ name: String, bytes: Int, of part: (inout ArticleWriter) -> String
  ) throws {
    Report.section(name)
    let library = folder.appending(path: "long-\(bytes)")
    try write(to: library, bytes: bytes, of: part)
    let state = library.appending(path: ".lectern")
    var pages: [Double?] = []
    var memory: [Double] = []
    var ends: [Reaction?] = []
    var keys: [Reaction?] = []
    for _ in 0..<runs {
      try? FileManager.default.removeItem(at: state)
      let home = folder.appending(path: "home")
      try? FileManager.default.removeItem(at: home)
      let program = Program(
        path: reader, arguments: [library.path], environment: ReaderHome.environment(home))
      let session = try Session(program, columns: 200, rows: 50)
      pages.append(session.time(until: showsPage))
      _ = session.press("Enter")
      ends.append(session.press("G"))
      keys.append(session.press("k"))
      memory.append(Double(session.processMemory?.peak ?? 0) / 1e6)
      session.terminal.send(Array("Q".utf8))
      _ = session.terminal.wait(until: .now + .seconds(2))
    }
    Report.times("first page", pages, goal: .median(20))
    Report.reactions("G", ends, goal: .median(20))
    Report.reactions("the key after it", keys, goal: .median(20))
    Report.figure("resident memory, highest", memory, "MB", most: 64)
  }

  private func write(
    to library: URL, bytes: Int, of part: (inout ArticleWriter) -> String
  ) throws {
    let file = library.appending(path: "long.txt")
    let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
    guard (attributes?[.size] as? Int ?? 0) < bytes else { return }
    try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
    try Data().write(to: file)
    var writer = ArticleWriter()
    let piece = Data(part(&writer).utf8)
    let handle = try FileHandle(forWritingTo: file)
    for _ in 0...bytes / piece.count { try handle.write(contentsOf: piece) }
    try handle.close()
  }

  /// Half of the rows of the right pane have words.
  private func showsPage(_ screen: [String]) -> Bool {
    screen.count { $0.count > 100 && $0.dropFirst(100).contains(/[a-z]{2,} [a-z]{2,}/) } > 20
  }
}
