import Foundation
import Glibc
import TerminalTesting

/// Why a peer was not measured, or not to the end.
enum PeerFailure: Error, CustomStringConvertible {
  case tooManyArticles(most: Int)
  case tookTooLong(Duration)
  case ended(status: Int32)
  case notShown(String, Duration)

  var description: String {
    switch self {
    case .tooManyArticles(let most): "only up to \(most) articles"
    case .tookTooLong(let limit): "took too long, more than \(limit.components.seconds) s"
    case .ended(let status): "ended with status \(status)"
    case .notShown(let what, let limit): "no \(what) in \(limit.components.seconds) s"
    }
  }
}

/// The folder in which peers find their settings and keep what they write, so that those of the
/// user are neither read nor changed.
struct PeerHome {
  /// What one may be expected to wait for an index or a cache.
  static let limit: Duration = .seconds(300)

  /// How long a screen may take.
  static let patience: Duration = .seconds(60)

  let folder: URL

  /// Beside a library, for its articles only.
  init(for library: GeneratedLibrary) throws {
    folder = library.folder.deletingLastPathComponent()
      .appending(path: "peers-" + library.folder.lastPathComponent)
    // Some do not start where one of these is missing.
    for path in environment.values where path.hasPrefix(home.path) {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  static func isInstalled(_ name: String) -> Bool { access("/usr/bin/" + name, X_OK) == 0 }

  func program(_ name: String, _ arguments: [String]) -> Program {
    Program(path: "/usr/bin/" + name, arguments: arguments, environment: environment)
  }

  /// Writes a file of settings and answers its path.
  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try Data(text.utf8).write(to: file)
    return file.path
  }

  /// An empty folder.
  func emptied(_ name: String) throws -> URL {
    let url = folder.appending(path: name)
    try? FileManager.default.removeItem(at: url)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return url
  }

  /// Runs a program that needs no terminal to its end, and ends it where that takes too long.
  /// Answers milliseconds.
  func run(
    _ name: String, _ arguments: [String], accepted: Set<Int32> = [0],
    limit: Duration = PeerHome.limit
  ) throws -> Double {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/" + name)
    process.arguments = arguments
    process.environment = Journey.environment.merging(environment) { $1 }
    // Whoever asks something gets no answer, and must not wait for one.
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    let start = ContinuousClock.now
    try process.run()
    guard ended.wait(timeout: .now() + .seconds(Int(limit.components.seconds))) == .success else {
      process.terminate()
      if ended.wait(timeout: .now() + .seconds(10)) != .success {
        kill(process.processIdentifier, SIGKILL)
      }
      throw PeerFailure.tookTooLong(limit)
    }
    let time = milliseconds(.now - start)
    guard accepted.contains(process.terminationStatus) else {
      throw PeerFailure.ended(status: process.terminationStatus)
    }
    return time
  }

  private var home: URL { folder.appending(path: "home") }

  private var environment: [String: String] {
    ReaderHome.environment(home).merging([
      "XDG_DATA_HOME": home.appending(path: "data").path,
      "NOTMUCH_CONFIG": folder.appending(path: "notmuch").path,
    ]) { $1 }
  }
}
