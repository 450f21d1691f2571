/// The order of the list.
package struct Sort: Hashable, Sendable {
  package enum Key: String, Sendable, CaseIterable {
    case path, title, date, added, length, progress, rank
  }

  package var key: Key = .path
  package var isReversed = false

  package init(key: Key = .path, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  /// Whether the order depends on what the texts say, so that it changes as they are read.
  package var needsSummaries: Bool { key == .title || key == .date || key == .length }
  /// Whether the order depends on when files were written.
  package var needsTimes: Bool { key == .added || key == .date }
  /// Whether the order changes with the marks.
  package var needsMarks: Bool { key == .progress }
}

/// Where an article belongs in the order of the list.
package struct Rank: Sendable {
  enum Value: Hashable, Comparable, Sendable {
    case none
    case text(String)
    case number(Double)
  }

  let value: Value
  let path: ArticlePath
}

extension Sort {
  /// Newest first, shortest first, furthest read first, best first.
  /// - Parameter place: where the article stands among those that were found by words, the best
  ///   first; nil where it was not found by words.
  package func rank(
    of article: Article, title: @autoclosure () -> String, marks: @autoclosure () -> Marks,
    date: @autoclosure () -> String, place: @autoclosure () -> Int?
  ) -> Rank {
    let value: Rank.Value =
      switch key {
      case .path: .none
      case .title: .text(title().lowercased())
      case .date: .text(date())
      case .length: .number(article.summary.map { Double($0.words) } ?? .infinity)
      case .added: .number(Double(article.modified))
      case .progress: .number(marks().progress)
      case .rank: .number(place().map(Double.init) ?? .infinity)
      }
    return Rank(value: value, path: article.path)
  }

  /// Whether one stands before the other. Equal ones stand in the order of their paths.
  package func isInOrder(_ left: Rank, _ right: Rank) -> Bool {
    if left.value != right.value { return (left.value < right.value) != isDescending }
    return (left.path < right.path) != (key == .path && isReversed)
  }

  /// Whether larger values come first.
  private var isDescending: Bool {
    [.date, .added, .progress].contains(key) != isReversed
  }
}
