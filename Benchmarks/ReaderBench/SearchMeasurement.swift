import Foundation
import TerminalTesting

/// Measures the index of one library: how long it takes to make, how large it is, and how soon what
/// is typed is found.
struct SearchMeasurement {
  let reader: String
  let library: GeneratedLibrary
  /// Where the reader keeps the index; emptied before.
  let home: URL

  func run() throws {
    library.clean()
    try? FileManager.default.removeItem(at: home)
    try index()
    try searches()
  }

  private func index() throws {
    let start = ContinuousClock.now
    let process = Process()
    process.executableURL = URL(filePath: reader)
    process.arguments = ["index", "--library", library.folder.path]
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    let seconds = milliseconds(.now - start) / 1_000
    let text = Double(bytes(in: library.folder))
    Report.figure("index made in", [seconds], "s", digits: 2)
    Report.figure("text indexed", [text / 1e6 / seconds], "MB/s")
    let size = Double(bytes(in: home.appending(path: "cache/lectern/index")))
    Report.figure("index, in times of the text", [size / text], "", digits: 2)
  }

  /// From the last letter typed to the last byte of the answer.
  private func searches() throws {
    let session = try Session(
      Program(path: reader, arguments: [library.folder.path], environment: environment),
      columns: 200, rows: 50)
    defer {
      session.terminal.send(Array("Q".utf8))
      _ = session.terminal.wait(until: .now + .seconds(2))
    }
    session.settle(quiet: .seconds(1))
    for (name, texts) in queries {
      Report.reactions("search: \(name)", texts.map { type($0, in: session) })
    }
  }

  private func type(_ text: String, in session: Session) -> Reaction? {
    _ = session.press("/")
    session.terminal.send(Array(text.dropLast().utf8))
    session.settle()
    let reaction = session.press(String(text.suffix(1)))
    _ = session.press("Esc")
    return reaction
  }

  private var queries: [(String, [String])] {
    let words = ArticleWriter().commonest(20_000)
    let phrases = sentences.map { $0.prefix(2).joined(separator: " ") }
    return [
      ("rare word", Array(words.suffix(10))), ("common word", Array(words.prefix(10))),
      ("phrase", phrases.map { "\"\($0)\"" }),
      ("beginning", words[100..<110].map { String($0.prefix(4)) }),
      ("three words", (0..<10).map { words[$0 * 3..<$0 * 3 + 3].joined(separator: " ") }),
    ]
  }

  /// Words that stand in one article after the other.
  private var sentences: [[String]] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: library.folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().prefix(10).compactMap { name in
      let text = try? String(contentsOf: library.folder.appending(path: name), encoding: .utf8)
      return text?.split(separator: "\n\n").last?.split { !$0.isLetter }.map { $0.lowercased() }
    }
  }

  private var environment: [String: String] {
    [
      "HOME": home.path, "XDG_STATE_HOME": home.appending(path: "state").path,
      "XDG_CACHE_HOME": home.appending(path: "cache").path,
      "XDG_CONFIG_HOME": home.appending(path: "config").path,
    ]
  }

  private func bytes(in folder: URL) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(0) { sum, name in
      let path = folder.appending(path: name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + ((attributes?[.size] as? Int) ?? 0)
    }
  }
}
