import ArgumentParser
import Articles
import ReaderCore
import Storage

/// `lectern mark read|unread|star|unstar FILE…`, or `--query QUERY`
struct MarkCommand: ParsableCommand {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case read, unread, star, unstar
  }

  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Marks articles read or unread, or stars them.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "The mark.")
  var mark: Name

  @Option(help: "All articles that match, in place of files.")
  var query: String?

  @Argument(help: "Articles, by their paths in the library or from here.", completion: .file())
  var files: [String] = []

  func validate() throws {
    guard files.isEmpty != (query == nil) else {
      throw ValidationError("Name articles, or say which: --query QUERY.")
    }
  }

  func run() throws {
    let paths = try query.map(options.paths(matching:)) ?? options.paths(of: files)
    switch mark {
    case .read: try options.set(.read(true), on: paths, name: Wording.markedRead)
    case .unread: try options.set(.read(false), on: paths, name: Wording.markedUnread)
    case .star: try options.set(.starred(true), on: paths, name: Wording.starred)
    case .unstar: try options.set(.starred(false), on: paths, name: Wording.unstarred)
    }
  }
}

/// `lectern tag add|remove TAG FILE…`
struct TagCommand: ParsableCommand {
  enum Change: String, ExpressibleByArgument, CaseIterable {
    case add, remove
  }

  static let configuration = CommandConfiguration(
    commandName: "tag", abstract: "Adds a tag to articles, or removes it.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "add or remove.")
  var change: Change

  @Argument(help: "The tag: one word.")
  var tag: String

  @Argument(help: "Articles, by their paths in the library or from here.", completion: .file())
  var files: [String]

  func validate() throws {
    guard TagEdit.isTag(tag) else {
      throw ValidationError("A tag is one word, of 256 bytes at most.")
    }
  }

  func run() throws {
    try options.set(.tag(tag, change == .add), on: options.paths(of: files)) { count in
      change == .add ? Wording.tagged(count, tag) : Wording.untagged(count, tag)
    }
  }
}

extension LibraryOptions {
  /// The articles that were named, all of them or none.
  fileprivate func paths(of files: [String]) throws -> [ArticlePath] {
    let library = try open(try root())
    return try files.map { file in
      do throws(LibraryError) {
        return try library.article(named: RawArguments.bytes(of: file))
      } catch {
        throw Failure.article(error, path: file)
      }
    }
  }

  fileprivate func paths(matching text: String) throws -> [ArticlePath] {
    let query = try QueryWords.parsed(text)
    let paths = try Catalogue(self).articles(matching: query).map(\.path)
    guard !paths.isEmpty else { throw Failure.nothing("no article matches \(text)") }
    return paths
  }

  /// Sets a mark on articles, and says so.
  fileprivate func set(
    _ mark: Mark, on paths: [ArticlePath], name: (Int) -> String
  ) throws {
    let root = try root()
    var marking = try Marking(location(root))
    let done = try marking.set(mark, on: paths, of: try open(root), name: name)
    try Output.write((done ?? "Nothing to change") + ".\n")
  }
}
