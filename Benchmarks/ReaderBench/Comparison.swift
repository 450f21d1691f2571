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
  }

  private func measure(_ name: String, _ arguments: [String]) throws {
    guard access("/usr/bin/" + name, X_OK) == 0 else { return }
    let program = Program(path: "/usr/bin/" + name, arguments: arguments)
    var starts: [Double?] = []
    var down: [Reaction?] = []
    for _ in 0..<runs {
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
