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

  func open(_ root: String) throws(Failure) -> Library {
    do {
      return try Library(root: root)
    } catch {
      throw Failure.library(error, path: root)
    }
  }

  /// Where the marks of the library are kept.
  func location(_ root: String) -> StateLocation {
    let home = Home.state + "/lectern"
    guard let state else { return StateLocation(library: root, stateHome: home) }
    let path = URL(fileURLWithPath: state).standardizedFileURL.path
    return StateLocation(file: path, stateHome: home)
  }
}

extension LibraryOptions {
  /// Where the index of the library is kept.
  func indexLocation(_ root: String) -> IndexLocation {
    IndexLocation(library: root, cacheHome: Home.cache + "/lectern")
  }
}

/// The user's folders.
enum Home {
  static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  static var path: String { variable("HOME") ?? "/" }

  static var data: String { folder("XDG_DATA_HOME", usually: "/.local/share") }
  static var cache: String { folder("XDG_CACHE_HOME", usually: "/.cache") }
  static var state: String { folder("XDG_STATE_HOME", usually: "/.local/state") }

  /// Where the system keeps data for programs, the most important place first.
  static var systemData: [String] {
    (variable("XDG_DATA_DIRS") ?? "/usr/local/share:/usr/share").split(separator: ":")
      .map(String.init).filter { $0.hasPrefix("/") }
  }

  /// The XDG base directory specification has relative paths ignored.
  private static func folder(_ name: String, usually path: String) -> String {
    variable(name).flatMap { $0.hasPrefix("/") ? $0 : nil } ?? self.path + path
  }

  /// A path as a person would write it: with `~` for the home folder.
  static func abbreviated(_ path: String) -> String {
    let home = Home.path
    guard home != "/", path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }
}
