import Articles

/// All marks of a library, as its state file holds them.
package struct LibraryState: Hashable, Sendable {
  /// The version of the format that this program writes, and understands whole.
  package static let currentVersion: Int64 = 1

  package var version = currentVersion
  /// Programs of a lesser version than this must not write the file.
  package var minimumReader: Int64 = 1
  package var articles: [ArticlePath: Marks] = [:]
  /// Members beside the known ones.
  package var unknown = UnknownMembers()

  package init() {}

  /// This program must not write the file.
  package var isNewer: Bool { minimumReader > LibraryState.currentVersion }

  /// It says no more than a file that is missing.
  var isEmpty: Bool {
    articles.isEmpty && unknown.isEmpty && version == LibraryState.currentVersion
      && minimumReader == 1
  }

  /// Takes what is newer in the other state. Commutative, associative, idempotent.
  /// - Returns: The articles whose marks changed by it, and their marks now.
  @discardableResult
  package mutating func merge(_ other: LibraryState) -> [ArticlePath: Marks] {
    version = max(version, other.version)
    minimumReader = max(minimumReader, other.minimumReader)
    unknown.merge(other.unknown)
    guard !articles.isEmpty else {
      articles = other.articles
      return articles
    }
    var changed: [ArticlePath: Marks] = [:]
    for (path, theirs) in other.articles {
      if let merged = articles[path, default: Marks()].merged(with: theirs) {
        articles[path] = merged
        changed[path] = merged
      }
    }
    return changed
  }

  /// Sets the registers that the changes name, where they have not been set later.
  package mutating func apply(_ changes: [MarkChange]) {
    for change in changes { articles[change.path, default: Marks()].apply(change) }
  }
}

extension Marks {
  /// Both together; nil where that is nothing new.
  fileprivate func merged(with other: Marks) -> Marks? {
    guard self != other else { return nil }
    var merged = self
    merged.merge(other)
    return merged == self ? nil : merged
  }
}
