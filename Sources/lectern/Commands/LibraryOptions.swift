import ArgumentParser
import Articles
import Foundation
import Storage

/// What every command needs to know to find the library and its state.
struct LibraryOptions: ParsableArguments {
  @Option(help: "The folder of articles.", completion: .directory)
  var library: String?

  @Option(help: "The state file, in place of .lectern/state.json in the library.")
  var state: String?

  /// The absolute path of the library: what was named, else `$LECTERN_LIBRARY`, else `articles`
  /// in the user's data folder.
  func root(_ argument: String? = nil) throws -> String {
    let named = argument ?? library ?? Home.variable("LECTERN_LIBRARY")
    let path = named ?? Home.data + "/lectern/articles"
    guard !path.isEmpty else { throw Failure.noLibraryNamed }
    return URL(fileURLWithPath: path).standardizedFileURL.path
  }

  func open(_ root: String) throws -> (Library, StateStore, Mailbox) {
    let library: Library
    do {
      library = try Library(root: root)
    } catch {
      throw Failure.library(error, path: root)
    }
    let mailbox = Mailbox()
    let store = StateStore(location: StateLocation(library: library, override: state)) { report in
      mailbox.post(report.event)
    }
    return (library, store, mailbox)
  }
}

/// The user's folders.
enum Home {
  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  static var path: String { variable("HOME") ?? "/" }

  /// `$XDG_DATA_HOME`. The specification has relative paths ignored.
  static var data: String {
    variable("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil } ?? path + "/.local/share"
  }

  /// A path as a person would write it: with `~` for the home folder.
  static func abbreviated(_ path: String) -> String {
    let home = Home.path
    guard home != "/", path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }
}
