import Foundation
import Storage
import TerminalTesting

/// A real process that marks as fast as it can.
final class Writer {
  private let process = Process()
  private let output = Pipe()
  /// What it has reported so far.
  private var reports = Data()

  /// - Parameter wrapper: a program that runs the writer, and its arguments.
  init(
    _ folder: TemporaryFolder, prefix: String, count: Int, wrapper: [String] = []
  ) throws {
    let words =
      wrapper + [
        Products.path("StateFixture"), Writer.file(folder), folder.path + "/locks", prefix,
        String(count),
      ]
    process.executableURL = URL(fileURLWithPath: words[0])
    process.arguments = Array(words.dropFirst())
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
  }

  static func file(_ folder: TemporaryFolder) -> String {
    folder.path + "/library/.lectern/state.json"
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  /// Waits until it has reported something, or has come to its end.
  func awaitReport() { reports += output.fileHandleForReading.availableData }

  /// Waits for the end.
  /// - Returns: The exit status, and how many marks were reported to be saved.
  func finish() -> (status: Int32, saved: Int) {
    reports += output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, reports.count { $0 == UInt8(ascii: "\n") })
  }
}
