import Articles
import ReaderCore

/// What `list` and `search` say of an article as JSON.
struct ArticleReport: Encodable {
  let path: String
  let title: String
  let author: String?
  let date: String
  let words: Int
  let minutes: Int
  let state: String
  let progress: Double
  let starred: Bool
  let tags: [String]
  let url: String?
  /// Of `search` alone.
  var score: Double?
  var snippet: String?

  init(_ article: Article, in catalogue: Catalogue) {
    let marks = catalogue.marks(of: article.path)
    path = article.path.displayString
    title = Wording.title(of: article)
    author = article.summary?.author
    date = catalogue.date(of: article)
    words = article.summary?.words ?? 0
    minutes = article.summary?.minutes ?? 0
    state = marks.state.rawValue
    progress = marks.progress
    starred = marks.isStarred
    tags = marks.tagNames
    url = article.summary?.address
  }

  /// What is not known is said to be null.
  func encode(to encoder: any Encoder) throws {
    var report = encoder.container(keyedBy: CodingKeys.self)
    for (key, value) in [
      (CodingKeys.path, path), (.title, title), (.author, author), (.date, date), (.url, url),
      (.state, state),
    ] {
      try report.encode(value, forKey: key)
    }
    try report.encode(words, forKey: .words)
    try report.encode(minutes, forKey: .minutes)
    try report.encode(progress, forKey: .progress)
    try report.encode(starred, forKey: .starred)
    try report.encode(tags, forKey: .tags)
    try report.encodeIfPresent(score, forKey: .score)
    try report.encodeIfPresent(snippet, forKey: .snippet)
  }

  private enum CodingKeys: String, CodingKey {
    case path, title, author, date, words, minutes, state, progress, starred, tags, url
    case score, snippet
  }

  /// An array, safe to print on a terminal: one article a line.
  static func json(_ reports: [ArticleReport]) -> String {
    let lines = reports.map { Output.json($0) }
    return "[" + lines.joined(separator: ",\n") + "]\n"
  }
}
