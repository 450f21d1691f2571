import Articles

/// The order of the list.
package struct Sort: Hashable, Sendable {
  package enum Key: String, Sendable, CaseIterable {
    case path, title, date, length, progress
  }

  package var key: Key = .path
  package var isReversed = false

  package init(key: Key = .path, isReversed: Bool = false) {
    self.key = key
    self.isReversed = isReversed
  }

  /// Whether the order depends on what the texts say, so that it changes as they are read.
  var needsSummaries: Bool { key == .title || key == .date || key == .length }
}

/// What one article is sorted by; articles that are equal in it stand in the order of their paths.
enum SortValue: Hashable, Comparable {
  case none
  case text(String)
  case number(Double)
}

extension Sort {
  /// Newest first, shortest first, furthest read first.
  func value(of article: Article, title: String, marks: Marks, date: String) -> SortValue {
    switch key {
    case .path: .none
    case .title: .text(title.lowercased())
    case .date: .text(date)
    case .length: article.summary.map { .number(Double($0.words)) } ?? .none
    case .progress: .number(marks.progress)
    }
  }

  /// Whether larger values come first.
  var isDescending: Bool { (key == .date || key == .progress) != isReversed }
}
