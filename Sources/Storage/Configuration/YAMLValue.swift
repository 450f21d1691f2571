import Articles
import CYaml
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

  /// Deeper than anything that means something. The parser keeps to it, in all that it reads from
  /// then on; for each of its tokens it looks at all the brackets around it.
  private static let deepest: Int32 = {
    let deepest: Int32 = 16
    yaml_set_max_nest_level(deepest)
    return deepest
  }()

  /// Reads the one document of a file; nil where there is none.
  ///
  /// Aliases are not followed. Lists of aliases of lists of aliases stand for more values than can
  /// ever be looked at, and the parser looks at all of them where they are keys; so it is given
  /// another character in the place of `*`, and finds none. Nor does it find a `?`, so that no key
  /// is more than a line: it would look at a key in a key in a key once for each of them.
  init?(parsing text: String) throws(ConfigurationProblem) {
    _ = YAMLValue.deepest
    let marks = try StandIns(for: ["*", "?"], in: text)
    do {
      let parser = try Yams.Parser(
        yaml: marks.hidden(in: text), resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else { return nil }
      self.init(root, marks)
    } catch let error as YamlError {
      throw ConfigurationProblem(error, marks)
    } catch {
      throw ConfigurationProblem(.syntax("\(error)"))
    }
  }

  private init(_ node: Node, _ marks: StandIns) {
    place = node.mark.map { Place($0) }
    switch node {
    case .scalar(let scalar): content = YAMLValue.content(of: scalar, marks)
    case .sequence(let items): content = .list(items.map { YAMLValue($0, marks) })
    case .mapping(let pairs):
      content = .keys(pairs.map { (YAMLValue($0.key, marks), YAMLValue($0.value, marks)) })
    case .alias: content = .alias
    }
  }

  private static func content(of scalar: Node.Scalar, _ marks: StandIns) -> Content {
    let text = marks.shown(in: scalar.string)
    guard scalar.style == .plain else { return .text(text) }
    // Nothing but an alias begins so without quotation marks.
    if text.hasPrefix("*") { return .alias }
    return ["", "~", "null", "Null", "NULL"].contains(text) ? .nothing : .text(text)
  }
}

/// Characters that stand for others while a text is parsed.
private struct StandIns {
  /// The characters of Unicode that mean nothing by themselves.
  private static let privateUse: ClosedRange<Unicode.Scalar> = "\u{E000}"..."\u{F8FF}"
  private let originals: [Unicode.Scalar]
  private let others: [Unicode.Scalar]

  /// - Throws: where the text has all that could stand for them, so that it can be no configuration.
  init(for originals: [Unicode.Scalar], in text: String) throws(ConfigurationProblem) {
    self.originals = originals
    let used = Set(text.unicodeScalars.lazy.filter { StandIns.privateUse.contains($0) })
    let free = StandIns.privateUse.lowerBound.value...StandIns.privateUse.upperBound.value
    others = Array(
      free.lazy.compactMap(Unicode.Scalar.init).filter { !used.contains($0) }
        .prefix(originals.count))
    guard others.count == originals.count else {
      throw ConfigurationProblem(.syntax("there are too many private characters"))
    }
  }

  func hidden(in text: String) -> String { replacing(originals, by: others, in: text) }

  func shown(in text: String) -> String { replacing(others, by: originals, in: text) }

  private func replacing(
    _ old: [Unicode.Scalar], by new: [Unicode.Scalar], in text: String
  ) -> String {
    var scalars = String.UnicodeScalarView()
    scalars.append(
      contentsOf: text.unicodeScalars.lazy.map { scalar in
        old.firstIndex(of: scalar).map { new[$0] } ?? scalar
      })
    return String(scalars)
  }
}

extension ConfigurationProblem {
  fileprivate init(_ error: YamlError, _ marks: StandIns) {
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
      self.init(.repeatedKey(marks.shown(in: keys.first ?? "")), at: Place(context.mark))
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
