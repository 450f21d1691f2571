import Articles

extension NamedView {
  static let all = NamedView(name: "All articles", query: "")

  /// Those that every library has.
  static let standard = [
    all,
    NamedView(name: "Unread", query: "unread"),
    NamedView(name: "Reading", query: "reading", sort: Sort(key: .progress)),
    NamedView(name: "Starred", query: "starred"),
    NamedView(name: "Read", query: "read"),
    NamedView(name: "New in 7 days", query: "added:<7d", sort: Sort(key: .added)),
    NamedView(name: "Short reads", query: "unread time:<=5m", sort: Sort(key: .length)),
    NamedView(
      name: "Long reads", query: "unread time:>=20m", sort: Sort(key: .length, isReversed: true)),
  ]

  static let tagPrefix = "Tag "

  static func tag(_ name: String) -> NamedView {
    NamedView(name: tagPrefix + name, query: "tag:\(name)")
  }
}

/// The list of views, each with the number of its articles.
struct ViewPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let view: NamedView
    /// Nil until the index says where the words of the query stand.
    var count: Int?
  }

  var rows: [Row]
  var page: ListPage
  /// The words of all queries, while the index is asked for them.
  var awaited: Query?
}
