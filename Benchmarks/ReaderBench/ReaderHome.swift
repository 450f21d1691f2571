import Foundation
import TerminalTesting

/// A reader with a home of its own, in which it keeps what is not in the library.
struct ReaderHome {
  let reader: String
  let folder: URL
  let library: GeneratedLibrary

  /// The reader has never been started before.
  func clean() {
    library.clean()
    try? FileManager.default.removeItem(at: folder)
  }

  var environment: [String: String] { Self.environment(folder) }

  /// What makes a folder the home of a reader.
  static func environment(_ folder: URL) -> [String: String] {
    [
      "HOME": folder.path, "XDG_STATE_HOME": folder.appending(path: "state").path,
      "XDG_CACHE_HOME": folder.appending(path: "cache").path,
      "XDG_CONFIG_HOME": folder.appending(path: "config").path,
    ]
  }

  func open(columns: Int, rows: Int = 50) throws -> Session {
    let program = Program(
      path: reader, arguments: [library.folder.path], environment: environment)
    return try Session(program, columns: columns, rows: rows)
  }

  func close(_ session: Session) {
    session.terminal.send(Array("Q".utf8))
    _ = session.terminal.wait(until: .now + .seconds(2))
  }

  /// Makes the index. Returns seconds.
  func index() throws -> Double {
    let start = ContinuousClock.now
    let process = Process()
    process.executableURL = URL(filePath: reader)
    process.arguments = ["index", "--library", library.folder.path]
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return milliseconds(.now - start) / 1_000
  }

  var indexBytes: Int { GeneratedLibrary.bytes(in: folder.appending(path: "cache/lectern/index")) }

  /// Most rows of the screen show an article.
  func isListed(_ screen: [String], titles: Bool) -> Bool {
    GeneratedLibrary.rows(screen, titles: titles) >= screen.count * 3 / 4
  }

  /// The top line counts all articles, and so many more, in a view of this name.
  func isCounted(_ screen: [String], added: Int = 0, in view: String = "") -> Bool {
    let line = screen.first?.filter { $0 != "," } ?? ""
    return (view.isEmpty || line.contains(view))
      && line.contains(" \(library.articles + added) articles")
  }
}
