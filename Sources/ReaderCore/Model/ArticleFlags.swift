import Typesetting

/// Which articles are meant: a flag for each, so that sets of all of them are made and asked at once.
struct ArticleFlags: Hashable, Sendable {
  private var flags: [Bool]

  /// - Parameter count: how many articles there are; room for more is made when they are meant.
  init(_ indices: some Sequence<ArticleList.Index> = EmptyCollection(), of count: Int = 0) {
    flags = Array(repeating: false, count: count)
    insert(indices)
  }

  /// Takes the flag from those that a condition does not hold for.
  mutating func keep(where holds: (ArticleList.Index) -> Bool) {
    for index in flags.indices where flags[index] { flags[index] = holds(index) }
  }

  /// The same for a text that is to stand in lines.
  /// - Parameter holds: says it of an article without a line.
  mutating func keep(
    _ text: String, in lines: WordLines, orElse holds: (ArticleList.Index) -> Bool
  ) {
    lines.keep(text, in: &flags, orElse: holds)
  }

  mutating func insert(_ indices: some Sequence<ArticleList.Index>) {
    for index in indices {
      if index >= flags.count {
        flags += Array(repeating: false, count: index + 1 - flags.count)
      }
      flags[index] = true
    }
  }

  mutating func remove(_ indices: some Sequence<ArticleList.Index>) {
    for index in indices where index < flags.count { flags[index] = false }
  }

  subscript(index: ArticleList.Index) -> Bool { index < flags.count && flags[index] }
}

extension ArticleList {
  /// All of them.
  var everyFlag: ArticleFlags { flags(articles.indices) }

  func flags(_ indices: some Sequence<Index> = EmptyCollection()) -> ArticleFlags {
    ArticleFlags(indices, of: articles.count)
  }
}
