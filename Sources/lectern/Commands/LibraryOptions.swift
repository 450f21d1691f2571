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

  /// The absolute path of the library. Where only the configuration can name it, and does so in a
  /// way that is not understood, nothing is done to another one.
  func root() throws(Failure) -> String {
    if named(nil) == nil {
      let problems = UserConfiguration.reading.problems
      if let problem = problems.first(where: \.hidesLibrary) { throw .configuration(problem) }
      if let problem = problems.first { Output.complain(UserConfiguration.line(problem)) }
    }
    return try place().path()
  }

  /// Where the library is, and who says so.
  struct Place {
    let folder: String
    let origin: String

    func path() throws(Failure) -> String {
      guard !folder.isEmpty else { throw .noLibraryNamed }
      return URL(fileURLWithPath: folder).standardizedFileURL.path
    }
  }

  /// What was named, else what the configuration says, else `articles` in the user's data folder.
  func place(_ argument: String? = nil) -> Place {
    if let named = named(argument) { return named }
    let reading = UserConfiguration.reading
    guard let folder = reading.configuration.library else {
      return Place(folder: Home.data + "/lectern/articles", origin: "the default")
    }
    return Place(folder: Home.expanded(folder), origin: UserConfiguration.origin(of: "library"))
  }

  /// What was named here, else `$LECTERN_LIBRARY`.
  private func named(_ argument: String?) -> Place? {
    if let named = argument ?? library { return Place(folder: named, origin: "--library") }
    let variable = "LECTERN_LIBRARY"
    return Home.variable(variable).map { Place(folder: $0, origin: "$" + variable) }
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
  static var configuration: String { folder("XDG_CONFIG_HOME", usually: "/.config") }
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

  /// A path that a person has written, with the home folder in the place of `~`.
  static func expanded(_ path: String) -> String {
    path == "~" || path.hasPrefix("~/") ? self.path + path.dropFirst() : path
  }

  /// A path as a person would write it: with `~` for the home folder.
  static func abbreviated(_ path: String) -> String {
    let home = Home.path
    guard home != "/", path == home || path.hasPrefix(home + "/") else { return path }
    return "~" + path.dropFirst(home.count)
  }
}
