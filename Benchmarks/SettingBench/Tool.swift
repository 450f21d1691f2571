import Foundation

/// A program that fills paragraphs.
struct Tool {
  let name: String
  let arguments: [String]

  static let fmt = Tool(name: "fmt", arguments: ["-w", "72"])
  static let par = Tool(name: "par", arguments: ["72"])

  func run(on text: [UInt8]) { _ = output(for: text) }

  /// What it writes for a text; nil where it is not installed.
  func output(for text: [UInt8]) -> String? {
    let input = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: input) }
    guard let path, (try? Data(text).write(to: input)) != nil,
      let handle = try? FileHandle(forReadingFrom: input)
    else { return nil }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = handle
    process.standardOutput = output
    guard (try? process.run()) != nil else { return nil }
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }

  private var path: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return folders.split(separator: ":").map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}
