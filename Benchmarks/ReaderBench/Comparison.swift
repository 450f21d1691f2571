import Foundation
import Glibc
import TerminalTesting

/// What other programs need on the same machine: the floor of any terminal program, and peers.
struct Comparison {
  let runs: Int

  /// A program that does nothing but write, and one that does nothing but answer a key.
  func floor() throws {
    let starts = try (0..<runs * 3).map { _ in
      let session = try Session(
        Program(path: "/bin/echo", arguments: ["x"]), columns: 200, rows: 50)
      session.settle()
      return session.firstByte
    }
    Report.times("echo: first byte", starts)
    let session = try Session(Program(path: "/bin/cat"), columns: 200, rows: 50)
    var modes = session.terminal.modes
    cfmakeraw(&modes)
    session.terminal.modes = modes
    session.settle()
    Report.reactions("cat: a key", (0..<100).map { _ in session.press("j") })
  }

  /// Those of the peers that are installed: start, and `j`.
  func peers(_ library: GeneratedLibrary) throws {
    let folder = library.folder.path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let article = names.first { $0.hasSuffix(".txt") }.map { folder + "/" + $0 } ?? folder
    try measure("less", [article])
    try measure("vim", ["-u", "NONE", "-R", "-n", article])
    try measure("nnn", [folder])
    try measure("lf", [folder])
    try measure("ranger", [folder])
    let words = ArticleWriter().commonest(20_000)
    try search("rare word", words.suffix(runs), in: folder)
    try search("phrase", library.phrases.prefix(runs), in: folder)
  }

  /// From exec to the names of all files in which something stands.
  private func search(_ name: String, _ texts: ArraySlice<String>, in folder: String) throws {
    guard access("/usr/bin/rg", X_OK) == 0 else { return }
    let times = try texts.map { text in
      let start = ContinuousClock.now
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/rg")
      process.arguments = [
        "--files-with-matches", "--ignore-case", "--fixed-strings", text, folder,
      ]
      process.standardOutput = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return milliseconds(.now - start)
    }
    Report.times("rg: \(name)", times)
  }

  private func measure(_ name: String, _ arguments: [String]) throws {
    guard access("/usr/bin/" + name, X_OK) == 0 else { return }
    let program = Program(path: "/usr/bin/" + name, arguments: arguments)
    var starts: [Double?] = []
    var down: [Reaction?] = []
    for _ in 0..<min(runs, 5) {
      let session = try Session(program, columns: 200, rows: 50)
      starts.append(
        session.time { $0.contains { $0.contains(/\b\d{5}\b/) } })
      session.settle()
      down += (0..<5).map { _ in session.press("j") }
    }
    Report.times("\(name): start", starts)
    Report.reactions("\(name): j", down)
  }
}
