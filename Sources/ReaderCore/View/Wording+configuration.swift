import Articles

extension Wording {
  /// What is wrong in the configuration, where, and what to do: one line.
  /// - Parameter others: how many problems there are besides.
  package static func problem(
    _ problem: ConfigurationProblem, in path: String, others: Int = 0
  ) -> String {
    let place = problem.place.map { ", line \($0.line), column \($0.column)" } ?? ""
    let rest = problem.concernsAll ? ". Nothing of the file is used" : ""
    let more = others == 0 ? "" : ". \(others) more: lectern config"
    return "\(path)\(place): \(text(problem.kind))\(rest)\(more)"
  }

  private static func text(_ kind: ConfigurationProblem.Kind) -> String {
    switch kind {
    case .unreadable(let reason):
      "it cannot be read: \(self.reason(LibraryError(.read, path: [], reason: reason))). "
        + "It must be a file of 64 KiB at most that you may read"
    case .notUTF8: "this is not UTF-8. Save the file as UTF-8"
    case .syntax(let problem): "\(problem). Put what has \(signsOfYAML) in it in 'quotes'"
    case .secondDocument: "a second document begins here. Take the line with --- away"
    case .repeatedKey(let key): "\(key) is there twice. Take one away"
    case .noKeys: "the file has no keys. Write a key and a value: library: ~/texts"
    case .unknownKey(let key, let nearest?, _): "\(key) is no key. Did you mean \(nearest)?"
    case .unknownKey(let key, nil, let known):
      "\(key) is no key. Those here are \(known.joined(separator: ", "))"
    case .expected(let expected, let key): "\(key) \(text(expected))"
    case .missing(let key): "this view has no \(key). Give it one, or take it away"
    case .query(let error, let query, let view):
      "the query of the view \(view) is not understood \(failure(error, in: query))"
    case .sort(let key, let view):
      "the view \(view) cannot be sorted by \(key). Choose one of \(sortKeys), or -date to reverse"
    case .rank(let view):
      "the view \(view) looks for no words, so it has no rank. Choose another sort"
    case .sameName(let name): "another view is called \(name), too. Give this one another name"
    case .tooManyViews(let most): "views beyond the first \(most) are left out. Take some away"
    }
  }

  private static func text(_ expected: ConfigurationProblem.Expected) -> String {
    switch expected {
    case .folder: "must be a folder, from / or ~ on: library: ~/texts"
    case .views: "must be a list. Begin each view with - name:"
    case .view: "has something that is no view. Write - name: and, below name, query:"
    case .text: "must be a text. Write it behind the colon, in 'quotes'"
    case .noAlias: "cannot refer to another value by *. Write the value itself, in 'quotes'"
    }
  }

  // MARK: As it is written

  /// The lines of a view in a configuration file.
  package static func lines(of view: NamedView) -> [String] {
    let sort = (view.sort.isReversed ? "-" : "") + view.sort.key.rawValue
    return [
      "  - name: \(quoted(view.name))", "    query: \(quoted(view.query))", "    sort: \(sort)",
    ]
  }

  /// A text as YAML, whatever is in it.
  package static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// What YAML may take for more than text.
  private static let signsOfYAML = ": # & * [ { or !"
}
