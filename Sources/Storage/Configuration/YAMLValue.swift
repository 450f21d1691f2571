import Articles
import Yams

/// A value in a YAML file, and where it stands.
struct YAMLValue {
  typealias Place = ConfigurationProblem.Place

  indirect enum Content {
    case nothing
    case text(String)
    /// A reference to another value.
    case alias
    case list([YAMLValue])
    case keys([(key: YAMLValue, value: YAMLValue)])
  }

  let content: Content
  let place: Place?

  /// Reads the one document of a file; nil where there is none.
  ///
  /// Aliases are not followed. Lists of aliases of lists of aliases stand for more values than can
  /// ever be looked at, and the parser looks at all of them where they are keys; so it is given
  /// another character in the place of `*`, and finds none.
  init?(parsing text: String) throws(ConfigurationProblem) {
    let star = try StandIn(for: "*", in: text)
    do {
      let parser = try Yams.Parser(
        yaml: star.hidden(in: text), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      self.init(root, star)
    } catch let error as YamlError {
      throw ConfigurationProblem(error, star)
    } catch {
      throw ConfigurationProblem(.syntax("\(error)"))
    }
  }

  private init(_ node: Node, _ star: StandIn) {
    place = node.mark.map { Place($0) }
    switch node {
    case .scalar(let scalar): content = YAMLValue.content(of: scalar, star)
    case .sequence(let items): content = .list(items.map { YAMLValue($0, star) })
    case .mapping(let pairs):
      content = .keys(pairs.map { (YAMLValue($0.key, star), YAMLValue($0.value, star)) })
    case .alias: content = .alias
    }
  }

  private static func content(of scalar: Node.Scalar, _ star: StandIn) -> Content {
    let text = star.shown(in: scalar.string)
    guard scalar.style == .plain else { return .text(text) }
    // Nothing but an alias begins so without quotation marks.
    if text.hasPrefix("*") { return .alias }
    return ["", "~", "null", "Null", "NULL"].contains(text) ? .nothing : .text(text)
  }
}

/// A character that stands for another one while a text is parsed.
private struct StandIn {
  /// The characters of Unicode that mean nothing by themselves.
  private static let privateUse: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"
  private let original: Unicode.Scalar
  private let other: Unicode.Scalar

  /// - Throws: where the text has all that could stand for it, so that it can be no configuration.
  init(for original: Unicode.Scalar, in text: String) throws(ConfigurationProblem) {
    self.original = original
    let used = Set(text.unicodeScalars.lazy.filter { StandIn.privateUse.contains($0) })
    let free = StandIn.privateUse.lowerBound.value...StandIn.privateUse.upperBound.value
    guard let other = free.lazy.compactMap(Unicode.Scalar.init).first(where: { !used.contains($0) })
    else { throw ConfigurationProblem(.syntax("there are too many private characters")) }
    self.other = other
  }

  func hidden(in text: String) -> String { replacing(original, by: other, in: text) }

  func shown(in text: String) -> String { replacing(other, by: original, in: text) }

  private func replacing(
    _ old: Unicode.Scalar, by new: Unicode.Scalar, in text: String
  ) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: text.unicodeScalars.lazy.map { $0 == old ? new : $0 })
    return String(scalars)
  }
}

extension ConfigurationProblem {
  fileprivate init(_ error: YamlError, _ star: StandIn) {
    switch error {
    case .scanner(_, let problem, let mark, let text), .parser(_, let problem, let mark, let text):
      // The end of the file is a line of its own to the parser, but not to people.
      let (place, end) = (Place(mark), Place(behind: text))
      // This one speaks to programmers.
      let isDeep = problem.hasPrefix("Maximum nesting level")
      self.init(
        .syntax(isDeep ? "this is nested too deeply" : problem),
        at: place.line > end.line ? end : place)
    case .composer(_, _, let mark, _): self.init(.secondDocument, at: Place(mark))
    case .reader(let problem, let offset, _, let text):
      self.init(.syntax(problem), at: offset.map { Place(behind: String(text.prefix($0))) })
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(.repeatedKey(star.shown(in: keys.first ?? "")), at: Place(context.mark))
    default: self.init(.syntax("\(error)"))
    }
  }
}

extension ConfigurationProblem.Place {
  fileprivate init(_ mark: Yams.Mark) { self.init(line: mark.line, column: mark.column) }

  /// The place of what follows a text from the start of the file on.
  init(behind text: String) {
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    self.init(line: lines.count, column: (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}
