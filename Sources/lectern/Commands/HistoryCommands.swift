import ArgumentParser
import Articles
import Foundation
import ReaderCore
import Screen

/// `lectern undo`
struct Undo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo", abstract: "Takes back the latest change of marks, wherever it was made.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let marking = try options.marking()
    guard let name = try marking.undo() else { throw Failure.nothing(Wording.nothingToUndo) }
    try Output.write(SafeText(Wording.undone(name)).string + "\n")
  }
}

/// `lectern redo`
struct Redo: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "redo", abstract: "Does again what was taken back last.")

  @OptionGroup var options: LibraryOptions

  func run() throws {
    let marking = try options.marking()
    guard let name = try marking.redo() else { throw Failure.nothing(Wording.nothingToRedo) }
    try Output.write(SafeText(Wording.redone(name)).string + "\n")
  }
}

/// `lectern log`
struct Log: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log", abstract: "Prints what was done to the marks, the latest first.")

  @OptionGroup var options: LibraryOptions

  @Option(help: "text or json.")
  var format = ListCommand.Format.text

  @Option(help: "Actions at most.")
  var limit: Int?

  func validate() throws {
    guard limit.map({ $0 > 0 }) ?? true else {
      throw ValidationError("The limit must be at least 1.")
    }
  }

  func run() throws {
    let history = try options.marking().history
    let all = history.undoable.map { ($0, false) } + history.redoable.map { ($0, true) }
    let latest = all.sorted { $0.0.at > $1.0.at }.prefix(limit ?? .max)
    switch format {
    case .text:
      for (action, isUndone) in latest {
        let line = "\(Log.time(action.at))  \(action.name)\(isUndone ? " (undone)" : "")"
        try Output.write(SafeText(line).string + "\n")
      }
    case .json:
      try Output.write(Output.json(latest.map(Entry.init)) + "\n")
    }
  }

  private struct Entry: Encodable {
    let at: Timestamp
    let name: String
    let undone: Bool
    let articles: [String]

    init(_ action: Action, _ isUndone: Bool) {
      at = action.at
      name = action.name
      undone = isUndone
      articles = action.changes.map(\.assignment.path.displayString)
    }
  }

  /// The time of day where the user is.
  private static func time(_ stamp: Timestamp) -> String {
    var seconds = time_t(stamp / 1_000)
    var local = tm()
    localtime_r(&seconds, &local)
    var text = [CChar](repeating: 0, count: 32)
    let count = strftime(&text, text.count, "%Y-%m-%d %H:%M", &local)
    return String(decoding: text.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }
}

extension LibraryOptions {
  /// The marks of the library that was named.
  fileprivate func marking() throws -> Marking {
    let root = try root()
    _ = try open(root)
    return try Marking(location(root))
  }
}
