/// What the user has set in the configuration file.
package struct Configuration: Hashable, Sendable {
  /// The folder of articles where none is named, as it is written: `~` is the home folder.
  package var library: String?
  /// Views beside those that every library has, in their order.
  package var views: [NamedView]

  package init(library: String? = nil, views: [NamedView] = []) {
    self.library = library
    self.views = views
  }
}

/// A query with a sort order, and a name for both.
package struct NamedView: Hashable, Sendable {
  package let name: String
  package let query: String
  package let sort: Sort

  package init(name: String, query: String, sort: Sort = Sort()) {
    self.name = name
    self.query = query
    self.sort = sort
  }
}
