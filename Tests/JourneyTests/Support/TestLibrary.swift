import Foundation
import TerminalTesting

/// A folder of articles and the folders of its user; all of it is temporary and goes with the last
/// reference.
final class TestLibrary {
  private let root: String
  private var runs = 0

  /// The library.
  var path: String { root + "/articles" }
  var home: String { root + "/home" }
  var stateFolder: String { path + "/.lectern" }
  var stateFile: String { stateFolder + "/state.json" }
  /// Where the user's programs keep their state.
  var stateHome: String { root + "/home/state" }

  /// An empty library, or one with these texts by their paths.
  init(_ texts: [String: String] = [:]) throws {
    let template = NSTemporaryDirectory() + "lectern-journey-XXXXXX"
    var name = Array(template.utf8CString)
    guard mkdtemp(&name) != nil else { throw SystemFailure("mkdtemp", template) }
    root = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    for folder in [path, home] { try makeFolder(folder) }
    for (path, text) in texts { try write(path, text) }
  }

  /// A copy of the articles that come with the program.
  static func shipped() throws -> TestLibrary {
    let library = try TestLibrary()
    for path in try FileManager.default.subpathsOfDirectory(atPath: shippedArticles) {
      guard let bytes = FileManager.default.contents(atPath: shippedArticles + "/" + path),
        !path.hasPrefix(".")
      else { continue }
      try library.write(path, bytes: Array(bytes))
    }
    return library
  }

  private static let shippedArticles =
    URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path + "/articles"

  deinit {
    // Modes and names may be such that nothing else removes them.
    _ = try? finish("chmod -R u+rwx \"$1\"; rm -rf \"$1\"", [root])
  }

  /// What a program that belongs to this user finds in its environment.
  func environment(_ changes: [String: String] = [:]) -> [String: String] {
    let own = [
      "HOME": home, "TZ": "UTC", "XDG_STATE_HOME": stateHome, "XDG_DATA_HOME": home + "/data",
      "XDG_CACHE_HOME": home + "/cache", "XDG_CONFIG_HOME": home + "/config",
    ]
    return own.merging(changes) { $1 }
  }
}

// MARK: - Files

extension TestLibrary {
  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  /// Writes an article, with the folders that it needs.
  func write(_ path: String, bytes: [UInt8]) throws {
    if let slash = path.lastIndex(of: "/") { try makeFolder(self.path + "/" + path[..<slash]) }
    try write(name: Array(path.utf8), bytes)
  }

  /// Writes an article whose name may be any bytes.
  func write(name: [UInt8], _ bytes: [UInt8]) throws {
    try writeFile(Array(path.utf8) + [UInt8(ascii: "/")] + name, bytes)
  }

  /// Puts a state file in its place.
  func writeState(_ text: String) throws {
    try makeFolder(stateFolder)
    try writeFile(Array(stateFile.utf8), Array(text.utf8))
  }

  func remove(_ path: String) { unlink(self.path + "/" + path) }

  func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private func writeFile(_ path: [UInt8], _ bytes: [UInt8]) throws {
    let name = path.map(CChar.init(bitPattern:)) + [0]
    let file = Glibc.open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw SystemFailure("open", String(decoding: path, as: UTF8.self)) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      guard count > 0 else {
        throw SystemFailure("write", String(decoding: path, as: UTF8.self))
      }
      rest = rest.dropFirst(count)
    }
  }

  /// The bytes of a file; nil where there is none.
  func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map(Array.init)
  }

  /// The state file as text; nil where there is none.
  var stateText: String? { read(stateFile).map { String(decoding: $0, as: UTF8.self) } }

  /// The names in a folder, sorted; empty where there is none.
  func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }
}

// MARK: - Programs

/// How a program without a screen ended and what it wrote.
struct Finished {
  let exit: PseudoTerminal.Exit
  let output: [UInt8]
  let error: String

  var text: String { String(decoding: output, as: UTF8.self) }
  /// The lines of standard error.
  var errorLines: [Substring] { error.split(separator: "\n") }
}

extension TestLibrary {
  /// Opens the reader on the library; arguments come before it, and the way in is a script that
  /// ends by `exec "$@"`, where one is given.
  func open(
    _ arguments: [String] = [], through script: String? = nil,
    environment: [String: String] = [:], columns: Int = 80, rows: Int = 24
  ) throws -> Journey {
    let command = [Products.path("lectern")] + arguments + [path]
    let all = script.map { ["/bin/sh", "-c", $0, "sh"] + command } ?? command
    return try Journey(
      all[0], Array(all.dropFirst()), environment: self.environment(environment), folder: home,
      columns: columns, rows: rows, patience: .seconds(10))
  }

  /// Runs `lectern` with these arguments to its end, without a terminal on any of its streams.
  func run(
    _ arguments: String..., input: [UInt8] = [], environment: [String: String] = [:]
  ) throws -> Finished {
    try finish(
      "exec \"$@\"", [Products.path("lectern")] + arguments, input: input, environment: environment)
  }

  /// Runs a script of the shell with its streams in files, in the user's home folder.
  @discardableResult
  func finish(
    _ script: String, _ arguments: [String] = [], input: [UInt8] = [],
    environment: [String: String] = [:]
  ) throws -> Finished {
    runs += 1
    let files = ["in", "out", "err"].map { "\(home)/\(runs).\($0)" }
    try writeFile(Array(files[0].utf8), input)
    let redirected = "exec <\"\(files[0])\" >\"\(files[1])\" 2>\"\(files[2])\"\n" + script
    let journey = try Journey(
      "/bin/sh", ["-c", redirected, "sh"] + arguments, environment: self.environment(environment),
      folder: home, patience: .seconds(10))
    let exit = try journey.end()
    return Finished(
      exit: exit, output: read(files[1]) ?? [],
      error: String(decoding: read(files[2]) ?? [], as: UTF8.self))
  }
}

/// A system call of a test that failed.
struct SystemFailure: Error, CustomStringConvertible {
  let description: String

  init(_ call: String, _ path: String) {
    description = "\(call) \(path): \(String(cString: strerror(errno)))"
  }
}
