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
    case .notSaved(let error, let marks):
      (marks == 1 ? "1 mark" : "\(marks) marks") + " could not be saved: "
        + (error.map(Wording.reason) ?? "the disk takes too long")
        + ". Check the folder .lectern in the library"
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
    case .noLibraryNamed, .terminal: 64
    case .library, .article: 66
    case .output, .notSaved: 74
    // As a shell reports a program that SIGPIPE ended.
    case .outputClosed: 141
    }
  }
}
