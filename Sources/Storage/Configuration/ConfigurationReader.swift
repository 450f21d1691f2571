import Articles

/// Makes a configuration of what a file says. What is wrong is left out and told.
struct ConfigurationReader {
  typealias Problem = ConfigurationProblem

  /// More views than that nobody looks through, and their articles are counted as they are listed.
  private static let mostViews = 64
  private static let keys = ["library", "views"]
  private static let viewKeys = ["name", "query", "sort"]

  private(set) var reading = ConfigurationFile.Reading(exists: true)

  /// - Throws: where nothing can be made of it.
  mutating func read(_ root: YAMLValue) throws(ConfigurationProblem) {
    switch root.content {
    case .nothing: return
    case .keys(let pairs):
      for (key, value) in pairs { take(key, value) }
    case .text, .alias, .list: throw Problem(.noKeys, at: root.place)
    }
  }

  private mutating func take(_ key: YAMLValue, _ value: YAMLValue) {
    switch key.text {
    case "library": attempt { reader throws(Problem) in try reader.takeLibrary(value) }
    case "views": attempt { reader throws(Problem) in try reader.takeViews(value) }
    default: return report(unknown: key, known: ConfigurationReader.keys)
    }
    if let name = key.text, let line = key.place?.line { reading.lines[name] = line }
  }

  private mutating func attempt(
    _ body: (inout ConfigurationReader) throws(ConfigurationProblem) -> Void
  ) {
    do throws(ConfigurationProblem) {
      try body(&self)
    } catch {
      reading.problems.append(error)
    }
  }

  // MARK: Values

  private mutating func takeLibrary(_ value: YAMLValue) throws(ConfigurationProblem) {
    let path = try text(value, key: "library", expected: .folder)
    guard path.hasPrefix("/") || path == "~" || path.hasPrefix("~/"), !path.contains("\0") else {
      throw Problem(.expected(.folder, key: "library"), at: value.place)
    }
    reading.configuration.library = path
  }

  private mutating func takeViews(_ value: YAMLValue) throws(ConfigurationProblem) {
    switch value.content {
    case .nothing: return
    case .list(let views):
      for view in views.prefix(ConfigurationReader.mostViews) {
        attempt { reader throws(Problem) in try reader.takeView(view) }
      }
      guard views.count > ConfigurationReader.mostViews else { return }
      throw Problem(
        .tooManyViews(most: ConfigurationReader.mostViews),
        at: views[ConfigurationReader.mostViews].place)
    case .text, .keys: throw Problem(.expected(.views, key: "views"), at: value.place)
    case .alias: throw Problem(.expected(.noAlias, key: "views"), at: value.place)
    }
  }

  private mutating func takeView(_ view: YAMLValue) throws(ConfigurationProblem) {
    guard case .keys(let pairs) = view.content else {
      throw Problem(.expected(.view, key: "views"), at: view.place)
    }
    var values: [String: YAMLValue] = [:]
    for (key, value) in pairs {
      if let name = key.text, ConfigurationReader.viewKeys.contains(name) {
        values[name] = value
      } else {
        report(unknown: key, known: ConfigurationReader.viewKeys)
      }
    }
    reading.configuration.views.append(try namedView(values, at: view.place))
  }

  private func namedView(
    _ values: [String: YAMLValue], at place: Problem.Place?
  ) throws(ConfigurationProblem) -> NamedView {
    guard let nameValue = values["name"] else { throw Problem(.missing(key: "name"), at: place) }
    guard let queryValue = values["query"] else { throw Problem(.missing(key: "query"), at: place) }
    let name = try text(nameValue, key: "name", expected: .text)
    guard name.contains(where: { !$0.isWhitespace }) else {
      throw Problem(.expected(.text, key: "name"), at: nameValue.place)
    }
    guard !reading.configuration.views.contains(where: { $0.name == name }) else {
      throw Problem(.sameName(name), at: nameValue.place)
    }
    let text = try text(queryValue, key: "query", expected: .text)
    let query: Query
    do throws(QueryError) {
      query = try Query(text)
    } catch {
      throw Problem(.query(error, in: text, view: name), at: queryValue.place)
    }
    let sortValue = values["sort"]
    let sort = try sortValue.map { value throws(Problem) in try self.sort(value, view: name) }
    let wanted = sort ?? query.sort.map { Sort(key: $0) } ?? Sort()
    guard wanted.key != .rank || !query.condition.phrases.isEmpty else {
      throw Problem(.rank(view: name), at: (sortValue ?? queryValue).place)
    }
    return NamedView(name: name, query: text, sort: wanted)
  }

  /// The name of an order; a minus sign before it reverses it.
  private func sort(
    _ value: YAMLValue, view: String
  ) throws(ConfigurationProblem) -> Sort {
    let text = try text(value, key: "sort", expected: .text)
    let isReversed = text.hasPrefix("-")
    guard let key = Sort.Key(rawValue: (isReversed ? text.dropFirst() : text[...]).lowercased())
    else { throw Problem(.sort(text, view: view), at: value.place) }
    return Sort(key: key, isReversed: isReversed)
  }

  private func text(
    _ value: YAMLValue, key: String, expected: Problem.Expected
  ) throws(ConfigurationProblem) -> String {
    if let text = value.text { return text }
    var isAlias = false
    if case .alias = value.content { isAlias = true }
    throw Problem(.expected(isAlias ? .noAlias : expected, key: key), at: value.place)
  }

  private mutating func report(unknown key: YAMLValue, known: [String]) {
    let name = key.text ?? "?"
    let nearest = NearestName(to: name, among: known).name
    reading.problems.append(
      Problem(.unknownKey(name, nearest: nearest, known: known), at: key.place))
  }
}

extension YAMLValue {
  /// A text, without the end of the line that a block of lines brings along.
  fileprivate var text: String? {
    guard case .text(let text) = content else { return nil }
    return text.hasSuffix("\n") ? String(text.dropLast()) : text
  }
}
