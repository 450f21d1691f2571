import Articles

/// A query with a sort order, and a name for both.
struct NamedView: Hashable, Sendable {
  let name: String
  let query: String
  var sort = Sort()

  /// Those that every library has.
  static let standard = [
    NamedView(name: "All articles", query: ""),
    NamedView(name: "Unread", query: "unread"),
    NamedView(name: "Reading", query: "reading", sort: Sort(key: .progress)),
    NamedView(name: "Starred", query: "starred"),
    NamedView(name: "Read", query: "read"),
    NamedView(name: "New in 7 days", query: "added:<7d", sort: Sort(key: .added)),
    NamedView(name: "Short reads", query: "unread time:<=5m", sort: Sort(key: .length)),
    NamedView(
      name: "Long reads", query: "unread time:>=20m", sort: Sort(key: .length, isReversed: true)),
  ]

  static func tag(_ name: String) -> NamedView {
    NamedView(name: "Tag \(name)", query: "tag:\(name)")
  }
}

/// The list of views, each with the number of its articles.
struct ViewPage: Hashable, Sendable {
  struct Row: Hashable, Sendable {
    let view: NamedView
    let count: Int
  }

  let rows: [Row]
  var page: ListPage
}
