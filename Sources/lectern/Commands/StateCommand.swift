import ArgumentParser
import Articles
import Foundation
import Screen
import Storage

/// `lectern state`: looks after the state file.
struct StateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "state", abstract: "Checks, merges or tidies the state file.",
    subcommands: [Check.self, Merge.self, Prune.self])
}

extension StateCommand {
  /// `lectern state check`
  struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "check",
      abstract: "Says whether the state file is sound, and how many marks are in it.")

    @OptionGroup var options: LibraryOptions

    func run() throws {
      let root = try options.root()
      let location = options.location(root)
      if options.state == nil { _ = try options.open(root) }
      let check: StateCheck
      do {
        check = try StateCheck(location)
      } catch {
        throw Failure.state(error)
      }
      try report(check)
      let copies = check.conflictCopies.count
      guard copies > 0 else { return }
      try Output.write(
        Count.of(copies, "conflict copy", "conflict copies")
          + " beside it: merged when the library is opened next.\n")
    }

    private func report(_ check: StateCheck) throws {
      let path = SafeText(check.path).string
      let content =
        Count.of(check.articles.count, "article", "articles") + " with "
        + Count.of(check.marks, "mark", "marks")
      switch check.condition {
      case .missing where options.state != nil:
        throw Failure.state(
          LibraryError(.open, path: Array(check.path.utf8), reason: .system(ENOENT)))
      case .missing: try Output.write("\(path): not there yet, nothing has been marked.\n")
      case .whole: try Output.write("\(path): sound, \(content).\n")
      case .newer: try Output.write("\(path): sound, of a newer Lectern, \(content).\n")
      case .damaged(let lines):
        throw Failure.damagedState(
          path: check.path, lines: lines, articles: check.articles.count)
      }
    }
  }

  /// `lectern state merge BASE OURS THEIRS`
  struct Merge: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "merge",
      abstract: "Merges two state files into OURS, as git asks a merge driver to.")

    @Argument(help: "The common ancestor; not needed, because each mark has its time.")
    var base: String

    @Argument(help: "The file that becomes the result.", completion: .file())
    var ours: String

    @Argument(help: "The other file.", completion: .file())
    var theirs: String

    func run() throws {
      func absolute(_ path: String) -> String { URL(fileURLWithPath: path).path }
      do {
        try StateMerge.merge(absolute(theirs), into: absolute(ours))
      } catch {
        throw Failure.state(error)
      }
    }
  }

  /// `lectern state prune`
  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune",
      abstract: "Shows the marks of articles that no longer exist, and with --apply drops them.")

    @OptionGroup var options: LibraryOptions

    @Flag(help: "Drop the marks; the file as it was is kept as state.json.bak.")
    var apply = false

    func run() throws {
      let root = try options.root()
      let existing = try articles(of: root)
      do {
        var pruning = try StatePruning(options.location(root), existing: existing)
        if apply { try pruning.apply() }
        try report(pruning.gone)
      } catch let error as LibraryError {
        throw Failure.state(error)
      }
    }

    /// All articles, or none at all: what cannot be listed may still be there.
    private func articles(of root: String) throws(Failure) -> Set<ArticlePath> {
      let (articles, unlisted) = try options.open(root).listed(root)
      if let failure = unlisted.first { throw .unlistedFolder(failure) }
      guard !articles.isEmpty else { throw .emptyLibrary(path: root) }
      return Set(articles.map(\.path))
    }

    private func report(_ gone: [ArticlePath: Marks]) throws {
      for path in gone.keys.sorted() {
        try Output.write(SafeText(path.displayString).string + "\n")
      }
      let count = Count.of(gone.count, "article that does", "articles that do")
      switch (gone.isEmpty, apply) {
      case (true, _): try Output.write("All marked articles exist.\n")
      case (false, true): try Output.write("Dropped the marks of \(count) not exist.\n")
      case (false, false):
        try Output.write("Marks of \(count) not exist; --apply drops them.\n")
      }
    }
  }
}

/// A number and what it counts.
private enum Count {
  static func of(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
