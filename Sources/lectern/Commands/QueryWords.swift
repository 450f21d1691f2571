import ArgumentParser
import Articles
import ReaderCore

/// A query on the command line: all its words make one query.
struct QueryWords: ParsableArguments {
  // A word to be excluded begins as an option does.
  @Argument(
    parsing: .allUnrecognized,
    help: ArgumentHelp(
      "What to look for.",
      discussion: """
        Words, "phrases", -word, or, parentheses; unread, reading, read, starred; tag:x, \
        in:folder/, title:word, author:word, after:2019-06, before:2020, 'added:<7d', \
        'words:<500', 'time:<10m', sort:date.
        """))
  var query: [String] = []

  func validate() throws {
    if let option = query.first(where: { $0.hasPrefix("--") }) {
      throw ValidationError("Unknown option '\(option)'")
    }
  }

  /// - Parameter completes: whether the last word may be the beginning of a longer one.
  func parsed(completes: Bool = false) throws(Failure) -> Query {
    try QueryWords.parsed(query.joined(separator: " "), completes: completes)
  }

  static func parsed(_ text: String, completes: Bool = false) throws(Failure) -> Query {
    do {
      return try Query(text, completes: completes)
    } catch {
      throw .query(error, text)
    }
  }
}
