import Articles
import Seeded
import Storage
import Testing

/// What is wrong in a configuration file is told with its place, and costs no more than itself.
@Suite struct ConfigurationProblemTests {
  private let folder: TemporaryFolder
  private let file: ConfigurationFile

  init() throws {
    folder = try TemporaryFolder()
    file = ConfigurationFile(configHome: folder.path)
  }

  private func read(_ bytes: [UInt8]) throws -> ConfigurationFile.Reading {
    try folder.write(bytes, to: "lectern/config.yaml")
    return file.load()
  }

  private func problem(
    _ kind: ConfigurationProblem.Kind, _ line: Int, _ column: Int
  ) -> ConfigurationProblem {
    ConfigurationProblem(kind, at: ConfigurationProblem.Place(line: line, column: column))
  }

  /// Nothing of such a file can be trusted.
  @Test(
    arguments: [
      ("library: /x\nviews: [", .syntax("did not find expected node content"), 2, 9),
      ("library: a: b\n", .syntax("mapping values are not allowed in this context"), 1, 11),
      ("library: \"/x\n", .syntax("found unexpected end of stream"), 2, 1),
      ("library: /x\n---\nlibrary: /y\n", .secondDocument, 2, 1),
      ("library: /x\nviews: []\n\"library\": /y\n", .repeatedKey("library"), 1, 1),
      ("views:\n- name: A\n  name: B\n", .repeatedKey("name"), 2, 3),
      ("/home/me/texts\n", .noKeys, 1, 1), ("- library: /x\n", .noKeys, 1, 1),
      ("*x", .noKeys, 1, 1),
      (String(repeating: "[", count: 17), .syntax("this is nested too deeply"), 1, 1),
      (String(repeating: "- ", count: 17) + "a", .syntax("this is nested too deeply"), 1, 31),
      (String(repeating: "? ", count: 999) + "a", .noKeys, 1, 1),
      ("views:\n- name: \"\u{7}\"", .syntax("control characters are not allowed"), 2, 10),
    ] as [(String, ConfigurationProblem.Kind, Int, Int)])
  func whatIsNoConfigurationIsNotUsed(
    text: String, kind: ConfigurationProblem.Kind, line: Int, column: Int
  ) throws {
    let reading = try read(Array(text.utf8))
    #expect(reading.problems == [problem(kind, line, column)])
    #expect(reading.exists && reading.configuration == Configuration())
    #expect(reading.problems.allSatisfy { $0.concernsAll && $0.hidesLibrary && !$0.isHarmless })
  }

  @Test func otherEncodingsAreNamed() throws {
    let reading = try read(Array("# ä\n# Gr".utf8) + [0xFC] + Array("n\nlibrary: /x\n".utf8))
    #expect(reading.problems == [problem(.notUTF8, 2, 5)])
  }

  @Test(
    arguments: [
      ("library: [/y]", .expected(.folder, key: "library"), 10),
      ("library: {a: b}", .expected(.folder, key: "library"), 10),
      ("library: texts", .expected(.folder, key: "library"), 10),
      ("library: ~other/x", .expected(.folder, key: "library"), 10),
      ("library: ''", .expected(.folder, key: "library"), 10),
      ("library:   ~", .expected(.folder, key: "library"), 12),
      ("library: \"/a\\0b\"", .expected(.folder, key: "library"), 10),
      ("library: *x", .expected(.noAlias, key: "library"), 10),
    ] as [(String, ConfigurationProblem.Kind, Int)])
  func aLibraryIsAFolder(text: String, kind: ConfigurationProblem.Kind, column: Int) throws {
    let reading = try read(Array("# x\n\(text)\nviews: [{name: A, query: b}]".utf8))
    #expect(reading.problems == [problem(kind, 2, column)])
    #expect(reading.problems.allSatisfy { $0.hidesLibrary && !$0.concernsAll })
    #expect(reading.configuration == Configuration(views: [NamedView(name: "A", query: "b")]))
  }

  private static let keys = ["name", "query", "sort"]

  /// The view is left out, and no other.
  @Test(
    arguments: [
      ("A", .expected(.view, key: "views"), 3), ("[a, b]", .expected(.view, key: "views"), 3),
      ("*a", .expected(.view, key: "views"), 3), ("{query: b}", .missing(key: "name"), 3),
      ("{name: A}", .missing(key: "query"), 3),
      ("{name: A, query: }", .expected(.text, key: "query"), 20),
      ("{name: ' ', query: b}", .expected(.text, key: "name"), 10),
      ("{name: [A], query: b}", .expected(.text, key: "name"), 10),
      ("{name: A, query: *b }", .expected(.noAlias, key: "query"), 20),
      ("{name: A, query: b, sort: lenght}", .sort("lenght", view: "A"), 29),
      ("{name: A, query: b, sort: --date}", .sort("--date", view: "A"), 29),
      ("{name: A, query: b, sort: {}}", .expected(.text, key: "sort"), 29),
      ("{name: A, query: unread, sort: rank}", .rank(view: "A"), 34),
      ("{name: A, query: unread sort:rank}", .rank(view: "A"), 20),
      ("{name: First, query: b}", .sameName("First"), 10),
    ] as [(String, ConfigurationProblem.Kind, Int)])
  func aWrongViewIsLeftOut(view: String, kind: ConfigurationProblem.Kind, column: Int) throws {
    let text = "views:\n- {name: First, query: x}\n- \(view)\n- {name: Last, query: y}\nlibrary: /x"
    let reading = try read(Array(text.utf8))
    #expect(reading.problems == [problem(kind, 3, column)])
    #expect(reading.problems.allSatisfy { !$0.hidesLibrary && !$0.concernsAll && !$0.isHarmless })
    #expect(reading.configuration.library == "/x")
    #expect(reading.configuration.views.map(\.name) == ["First", "Last"])
  }

  @Test func aWrongQueryIsToldWithWhatIsWrongInIt() throws {
    let reading = try read(Array("views:\n  - name: A\n    query: unread time:<x".utf8))
    #expect(throws: QueryError.self) { try Query("unread time:<x") }
    guard case .query(let error, "unread time:<x", view: "A") = reading.problems.first?.kind else {
      Issue.record("\(reading.problems)")
      return
    }
    #expect(error.position == 12 && error.expected == .minutes)
    #expect(reading.problems.first?.place == ConfigurationProblem.Place(line: 3, column: 12))
  }

  @Test(
    arguments: [
      ("name", .expected(.views, key: "views")), ("{A: unread}", .expected(.views, key: "views")),
      ("*a", .expected(.noAlias, key: "views")),
    ] as [(String, ConfigurationProblem.Kind)])
  func viewsAreAList(value: String, kind: ConfigurationProblem.Kind) throws {
    let reading = try read(Array("library: /x\nviews: \(value)".utf8))
    #expect(reading.problems == [problem(kind, 2, 8)])
    #expect(reading.configuration == Configuration(library: "/x"))
  }

  @Test func viewsHaveAnEnd() throws {
    let views = (1...70).map { "- {name: V\($0), query: ''}\n" }.joined()
    let reading = try read(Array(("views:\n" + views).utf8))
    #expect(reading.problems == [problem(.tooManyViews(most: 64), 66, 3)])
    #expect(reading.configuration.views.map(\.name) == (1...64).map { "V\($0)" })
  }

  // MARK: Names

  @Test(arguments: [
    ("veiws", "views"), ("Views", "views"), ("view", "views"), ("libary", "library"),
    ("librray", "library"), ("LIBRARY", "library"), ("colour", nil), ("v", nil), ("", nil),
    (String(repeating: "views", count: 190), nil),
  ])
  func anUnknownKeyIsToldWithTheNearestOne(key: String, nearest: String?) throws {
    let reading = try read(Array("library: /x\n'\(key)': [1]\n".utf8))
    let kind = ConfigurationProblem.Kind.unknownKey(
      key, nearest: nearest, known: ["library", "views"])
    #expect(reading.problems == [problem(kind, 2, 1)])
    #expect(reading.problems.allSatisfy { $0.isHarmless && !$0.hidesLibrary })
    #expect(reading.configuration.library == "/x")
  }

  @Test func anUnknownKeyDoesNotCostItsView() throws {
    let reading = try read(Array("views:\n- name: A\n  query: b\n  srot: date\n".utf8))
    let kind = ConfigurationProblem.Kind.unknownKey("srot", nearest: "sort", known: Self.keys)
    #expect(reading.problems == [problem(kind, 4, 3)])
    #expect(reading.configuration.views == [NamedView(name: "A", query: "b")])
  }

  // MARK: Malice

  /// References to references, as values and as keys, which a parser compares with one another.
  @Test(arguments: ["", "? "]) func aliasesDoNotMultiply(key: String) throws {
    let levels = (1...60).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]\n" }.joined()
    let text = "a0: &a0 x\n" + levels + "\(key)*a60 : x\n"
    let start = ContinuousClock.now
    let reading = try read(Array(text.utf8))
    #expect(ContinuousClock.now - start < .seconds(5))
    #expect(reading.problems.count == 62 && reading.problems.allSatisfy(\.isHarmless))
  }

  @Test(arguments: [("[\n ", "]"), ("{a:\n ", "}")]) func depthHasAnEnd(open: String, close: String)
    throws
  {
    for (depth, isRead) in [(10, true), (20, false)] {
      let value = String(repeating: open, count: depth) + String(repeating: close, count: depth)
      let reading = try read(Array("library: /x\nviews: \(value)\n".utf8))
      #expect(reading.configuration.library == (isRead ? "/x" : nil))
      let kind = ConfigurationProblem.Kind.syntax("this is nested too deeply")
      #expect(reading.problems.contains { $0.kind == kind } != isRead)
    }
  }

  /// A key is a text of one line: one that is more would be compared once for each key around it.
  @Test func keysHaveNoKeysInThem() throws {
    let reading = try read(Array("library: /x\n? library : /y\n".utf8))
    let known = ["library", "views"]
    #expect(
      reading.problems == [
        problem(.unknownKey("? library", nearest: "library", known: known), 2, 1)
      ])
    #expect(reading.configuration.library == "/x")
  }

  @Test(arguments: ["[", "{", "- ", "? ", "{a: ", "[{", "&a ", "!!map {", "'", "|\n", "%", "*"])
  func depthAndSizeHaveAnEnd(piece: String) throws {
    let count = ConfigurationFile.largest / piece.utf8.count
    let start = ContinuousClock.now
    let reading = try read(Array(String(repeating: piece, count: count).utf8))
    #expect(ContinuousClock.now - start < .seconds(10), "\(piece)")
    #expect(!reading.problems.isEmpty && reading.configuration == Configuration())
  }

  /// Whatever stands in the file, something is made of it.
  @Test func anythingCanBeRead() throws {
    let text = "library: ~/x\nviews:\n  - name: 'A'\n    query: \"b*\"\n    sort: -date\n"
    let pieces: [UInt8] = Array("\"'*&!|>%@`#-?:,[]{}\n\t \\".utf8) + [0, 0x85, 0xC3, 0xFE, 0xFF]
    let seed = UInt64.random(in: .min ... .max)
    var random = Seeded(seed)
    for _ in 0..<2_000 {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let piece = pieces[Int.random(in: pieces.indices, using: &random)]
        bytes.replaceSubrange(
          place..<(place + Int.random(in: 0...1, using: &random)), with: [piece])
      }
      #expect(try read(bytes).exists, "seed \(seed)")
    }
  }
}
