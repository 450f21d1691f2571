import Articles
import CursesTerminal
import Foundation
import ReaderCore
import Screen

/// Why the program could not do what it was asked: one line for a person and a status for a script.
enum Failure: Error {
  case noLibraryNamed
  case library(LibraryError, path: String)
  case article(LibraryError, path: String)
  case terminal(TerminalError)
  /// Standard output cannot be written; the number is `errno`.
  case output(Int32)
  /// Nobody reads standard output any more.
  case outputClosed
  /// The state file could not be read, merged or written.
  case state(LibraryError)
  case damagedState(path: String, lines: [Int], articles: Int)
  /// A part of the library cannot be seen, so nothing can be said of its articles.
  case unlistedFolder(LibraryError)
  case emptyLibrary(path: String)
  /// The index cannot be written or read.
  case index(LibraryError)
  case query(QueryError, String)
  /// What is needed of the configuration cannot be read.
  case configuration(ConfigurationProblem)
  /// There is nothing to be done.
  case nothing(String)
  /// Marks could not be saved before the end.
  case notSaved(LibraryError?, marks: Int)

  /// What failed, on what, why, and what to do.
  var message: String {
    switch self {
    case .noLibraryNamed:
      "no library: the name of the folder is empty. Name one: lectern FOLDER"
    case .library(let error, let path):
      "cannot open the library \(path): \(Wording.reason(error)). Name a folder: lectern FOLDER"
    case .article(let error, let path):
      "cannot \(error.operation.rawValue) \(path): \(Wording.reason(error))"
    case .terminal(let error): Failure.message(error)
    case .output(let number):
      "cannot write to standard output: \(String(cString: strerror(number)))"
    case .outputClosed: ""
    case .nothing(let message): message
    case .state(let error): Failure.message(error)
    case .damagedState(let path, let lines, let articles):
      "\(path) is damaged: \(Failure.list(lines)) cannot be read, the marks of \(articles) articles "
        + "can. Open the library: it is kept as a copy, and written whole"
    case .unlistedFolder(let error):
      "cannot list \(String(decoding: error.path, as: UTF8.self)): \(Wording.reason(error)). "
        + "Nothing was dropped: its articles may exist"
    case .emptyLibrary(let path):
      "no article in \(path): nothing was dropped. Name the folder: --library FOLDER"
    case .index(let error) where error.operation == .lock:
      "cannot write the index: another Lectern does. Try again when it is done"
    case .index(let error):
      "cannot \(error.operation.rawValue) the index \(String(decoding: error.path, as: UTF8.self)): "
        + "\(Wording.reason(error)). Try: lectern index --rebuild"
    case .query(let error, let text):
      "cannot understand the query \(Wording.failure(error, in: text))"
    case .configuration(let problem): UserConfiguration.line(problem)
    case .notSaved(let error, let marks):
      (marks == 1 ? "1 mark" : "\(marks) marks") + " could not be saved: "
        + (error.map(Wording.reason) ?? "the disk takes too long")
        + ". Check the folder .lectern in the library"
    }
  }

  private static func message(_ error: LibraryError) -> String {
    let path = String(decoding: error.path, as: UTF8.self)
    let advice =
      switch error.reason {
      case .damaged: "Try: lectern state check --state FILE"
      case .newerFormat: "Update Lectern"
      default: "The file is as it was"
      }
    return "cannot \(error.operation.rawValue) \(path): \(Wording.reason(error)). \(advice)"
  }

  private static func list(_ lines: [Int]) -> String {
    guard let first = lines.first else { return "its whole" }
    switch lines.count {
    case 1: return "line \(first)"
    case 2...5: return "lines " + lines.map(String.init).joined(separator: ", ")
    default: return "line \(first) and \(lines.count - 1) others"
    }
  }

  private static func message(_ error: TerminalError) -> String {
    switch error {
    case .notATerminal(let stream):
      "the reader needs a terminal, and standard \(stream.rawValue) is none. Start it in a terminal"
    case .unknownTerminal(let name) where name.isEmpty:
      "cannot use this terminal: TERM is not set. Try: TERM=xterm-256color lectern"
    case .unknownTerminal(let name):
      "cannot use this terminal: TERM=\(name) is not known here. Try: TERM=xterm-256color lectern"
    case .dumb:
      "cannot use this terminal: it cannot move its cursor (TERM=dumb). Start it in another one"
    case .system(let call, let number):
      "cannot use this terminal: \(call) failed: \(String(cString: strerror(number)))"
    }
  }

  /// As sysexits.h numbers them.
  var status: Int32 {
    switch self {
    case .nothing: 1
    case .noLibraryNamed, .terminal, .query: 64
    case .index(let error) where error.reason == .system(EAGAIN): 75
    case .index(let error) where error.operation == .open || error.operation == .create: 73
    case .damagedState, .configuration: 65
    case .state(let error) where [.damaged, .newerFormat].contains(error.reason): 65
    case .state(let error) where error.reason == .system(ENOENT): 66
    case .library, .article, .emptyLibrary: 66
    case .output, .notSaved, .state, .unlistedFolder, .index: 74
    // As a shell reports a program that SIGPIPE ended.
    case .outputClosed: 141
    }
  }
}
