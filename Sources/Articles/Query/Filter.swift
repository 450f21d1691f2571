/// What can be asked of an article besides its words.
package enum Filter: Hashable, Sendable {
  case state(ReadState)
  case starred
  case tag(String)
  /// Below this folder, named with its slash.
  case folder([UInt8])
  case title(String)
  case author(String)
  /// Dated on this day (month, year), or later.
  case after(PartialDate)
  /// Dated before it.
  case before(PartialDate)
  /// The age of the file, in milliseconds.
  case added(Comparison, Timestamp)
  case words(Comparison, Int)
  case minutes(Comparison, Int)

  /// How a number is compared.
  package enum Comparison: String, Hashable, Sendable, CaseIterable {
    // The longer signs first: they begin with the shorter ones.
    case atMost = "<="
    case atLeast = ">="
    case less = "<"
    case more = ">"
    case equal = "="

    package func holds<Value: Comparable>(_ left: Value, _ right: Value) -> Bool {
      switch self {
      case .atMost: left <= right
      case .atLeast: left >= right
      case .less: left < right
      case .more: left > right
      case .equal: left == right
      }
    }
  }

  /// An article with what is known of it.
  package struct Subject {
    let article: Article
    let marks: Marks
    let date: PartialDate?

    /// - Parameter date: that of the text or else of the file.
    package init(_ article: Article, marks: Marks, date: PartialDate?) {
      self.article = article
      self.marks = marks
      self.date = date
    }
  }

  /// Whether it holds for an article. What is not known of an article fits no filter.
  /// - Parameter finds: whether words stand in a line.
  package func holds(
    for subject: Subject, now: Timestamp, finds: (_ words: String, _ line: String) -> Bool
  ) -> Bool {
    let (article, marks) = (subject.article, subject.marks)
    return switch self {
    case .state(let state): marks.state == state
    case .starred: marks.isStarred
    case .tag(let name): marks.tags[name]?.value ?? false
    case .folder(let folder): article.path.bytes.starts(with: folder)
    case .title(let words): finds(words, article.summary?.title ?? "")
    case .author(let words): finds(words, article.summary?.author ?? "")
    case .after(let date): subject.date.map { $0 >= date } ?? false
    case .before(let date): subject.date.map { $0 < date } ?? false
    case .added(let comparison, let age): comparison.holds(now &- article.modified, age)
    case .words(let comparison, let count):
      article.summary.map { comparison.holds($0.words, count) } ?? false
    case .minutes(let comparison, let count):
      article.summary.map { comparison.holds($0.minutes, count) } ?? false
    }
  }
}
