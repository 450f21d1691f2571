/// Why the configuration, or a part of it, is not used: data, not prose; the surfaces word it.
package struct ConfigurationProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The file cannot be read.
    case unreadable(LibraryError.Reason)
    case notUTF8
    /// It is not YAML; what the parser says of it.
    case syntax(String)
    case secondDocument
    case repeatedKey(String)
    /// The whole is no list of keys.
    case noKeys
    /// A key that means nothing, the known one that is most like it, and all known ones.
    case unknownKey(String, nearest: String?, known: [String])
    case expected(Expected, key: String)
    /// A view lacks one of its keys.
    case missing(key: String)
    case query(QueryError, in: String, view: String)
    /// Not the name of an order.
    case sort(String, view: String)
    /// An order by rank needs words that are looked for.
    case rank(view: String)
    /// Another view has the same name.
    case sameName(String)
    case tooManyViews(most: Int)
  }

  /// What should stand where something else does.
  package enum Expected: Hashable, Sendable {
    case folder, views, view, text
    /// The value itself in place of a reference to another one.
    case noAlias
  }

  /// A line and a column of the file, both counted from 1.
  package struct Place: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  package let kind: Kind
  /// Nil where it concerns the file as a whole.
  package let place: Place?

  package init(_ kind: Kind, at place: Place? = nil) {
    self.kind = kind
    self.place = place
  }
}

extension ConfigurationProblem {
  /// All that was asked for is done nevertheless.
  package var isHarmless: Bool {
    if case .unknownKey = kind { true } else { false }
  }

  /// Nothing of the file is used.
  package var concernsAll: Bool {
    switch kind {
    case .unreadable, .notUTF8, .syntax, .secondDocument, .repeatedKey, .noKeys: true
    default: false
    }
  }

  /// The library that is configured, if one is, cannot be told.
  package var hidesLibrary: Bool {
    if case .expected(_, key: "library") = kind { return true }
    return concernsAll
  }
}
