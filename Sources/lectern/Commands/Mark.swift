import ArgumentParser
import Articles
import ReaderCore
import Storage

/// `lectern mark read|unread|star|unstar FILE…`
struct MarkCommand: ParsableCommand {
  enum Name: String, ExpressibleByArgument, CaseIterable {
    case read, unread, star, unstar
  }

  static let configuration = CommandConfiguration(
    commandName: "mark", abstract: "Marks articles read or unread, or stars them.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "The mark.")
  var mark: Name

  @Argument(help: "Articles, by their paths in the library or from here.", completion: .file())
  var files: [String]

  func run() throws {
    switch mark {
    case .read: try options.set(.read(true), on: files, name: Wording.markedRead)
    case .unread: try options.set(.read(false), on: files, name: Wording.markedUnread)
    case .star: try options.set(.starred(true), on: files, name: Wording.starred)
    case .unstar: try options.set(.starred(false), on: files, name: Wording.unstarred)
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
    let isWord = tag.unicodeScalars.allSatisfy { scalar in
      !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
    }
    guard isWord, !tag.isEmpty, tag.utf8.count <= 256 else {
      throw ValidationError("A tag is one word, of 256 bytes at most.")
    }
  }

  func run() throws {
    try options.set(.tag(tag, change == .add), on: files) { count in
      change == .add ? Wording.tagged(count, tag) : Wording.untagged(count, tag)
    }
  }
}

extension LibraryOptions {
  /// Sets a mark on the articles that were named, all of them or none, and says so.
  fileprivate func set(_ mark: Mark, on files: [String], name: (Int) -> String) throws {
    let root = try root()
    let library = try open(root)
    var paths: [ArticlePath] = []
    for file in files {
      do {
        paths.append(try library.article(named: RawArguments.bytes(of: file)))
      } catch {
        throw Failure.article(error, path: file)
      }
    }
    var marking = try Marking(location(root))
    let done = try marking.set(mark, on: paths, of: library, name: name)
    try Output.write((done ?? "Nothing to change") + ".\n")
  }
}
