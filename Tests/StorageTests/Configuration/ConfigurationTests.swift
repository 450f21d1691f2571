import Articles
import Glibc
import Storage
import Testing

/// What is made of a configuration file.
@Suite struct ConfigurationTests {
  private let folder: TemporaryFolder
  private let file: ConfigurationFile

  init() throws {
    folder = try TemporaryFolder()
    file = ConfigurationFile(configHome: folder.path)
  }

  private func read(_ text: String) throws -> ConfigurationFile.Reading {
    try folder.write(text, to: "lectern/config.yaml")
    return file.load()
  }

  @Test func aMissingFileIsNoError() {
    #expect(file.path == folder.path + "/lectern/config.yaml")
    for file in [file, ConfigurationFile(configHome: "/dev/null")] {
      let reading = file.load()
      #expect(!reading.exists && reading.problems.isEmpty)
      #expect(reading.configuration == Configuration())
    }
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n", "---\n...\n", "library:\nviews:\n", "~"])
  func nothingInItIsNothing(text: String) throws {
    let reading = try read(text)
    #expect(reading.exists && reading.configuration == Configuration())
    // A key without a value is one that was not finished, unless none means something.
    #expect(reading.problems.count == (text.contains("library") ? 1 : 0))
  }

  private static let example = """
    # Where the texts are
    library: ~/texts
    views:
      - name: On the train
        query: unread time:<10m
        sort: length
      - {name: 'Old "trains"', query: '"night train" before:2015', sort: -date}
      - query: 'sort:title tag:* -"a # b"'
        name: 1984

    """

  private static let expected = Configuration(
    library: "~/texts",
    views: [
      NamedView(name: "On the train", query: "unread time:<10m", sort: Sort(key: .length)),
      NamedView(
        name: "Old \"trains\"", query: "\"night train\" before:2015",
        sort: Sort(key: .date, isReversed: true)),
      NamedView(name: "1984", query: "sort:title tag:* -\"a # b\"", sort: Sort(key: .title)),
    ])

  @Test func keysAreRead() throws {
    let text = Self.example
    for text in [text, "\u{FEFF}" + text, text.replacing("\n", with: "\r\n")] {
      let reading = try read(text)
      #expect(reading.problems.isEmpty, "\(reading.problems)")
      #expect(reading.exists && reading.lines == ["library": 2, "views": 3])
      #expect(reading.configuration == Self.expected)
    }
  }

  /// What a text is does not depend on how it is written.
  @Test(arguments: [
    "tag:x", "'tag:x'", "\"tag:x\"", "|\n      tag:x\n", ">\n      tag:x\n", "!!str tag:x",
    "&a tag:x", "\"tag\\x3ax\"",
  ])
  func everyWayToWriteATextIsUnderstood(value: String) throws {
    let reading = try read("views:\n  - name: A\n    query: \(value)\n")
    #expect(reading.configuration.views == [NamedView(name: "A", query: "tag:x")])
    #expect(reading.problems.isEmpty)
  }

  @Test func aQuestionMarkIsOne() throws {
    let text = "library: /what?\nviews:\n- name: '? \u{E001} *'\n  query: \"why?\"\n"
    let reading = try read(text)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(reading.configuration.library == "/what?")
    #expect(reading.configuration.views == [NamedView(name: "? \u{E001} *", query: "why?")])
  }

  @Test func aStarIsAStar() throws {
    let text = "library: /a*b*\nviews:\n- name: '*\u{E000}*'\n  query: \"tag:*\" # **\n"
    let reading = try read(text)
    #expect(reading.problems.isEmpty, "\(reading.problems)")
    #expect(reading.configuration.library == "/a*b*")
    #expect(reading.configuration.views == [NamedView(name: "*\u{E000}*", query: "tag:*")])
  }

  @Test func theSortOfTheViewComesBeforeThatOfItsQuery() throws {
    let reading = try read("views: [{name: A, query: 'sort:date', sort: -Added}]")
    #expect(reading.configuration.views.first?.sort == Sort(key: .added, isReversed: true))
    let ranked = try read("views: [{name: A, query: whale, sort: rank}]")
    #expect(ranked.configuration.views.first?.sort == Sort(key: .rank))
  }

  @Test(arguments: ["/", "/a b", "~", "~/a"]) func foldersAreAbsolute(path: String) throws {
    let reading = try read("library: '\(path)'")
    #expect(reading.configuration.library == path && reading.problems.isEmpty)
  }

  // MARK: Files that are none

  @Test func whatIsNoFileIsNotRead() throws {
    try folder.makeFolder("lectern/config.yaml")
    #expect(file.load().problems == [ConfigurationProblem(.unreadable(.notRegularFile))])
    #expect(file.load().exists)
  }

  /// Nobody writes into it, so whoever waited for that would wait for ever.
  @Test func aPipeIsNotWaitedFor() throws {
    try folder.makeFolder("lectern")
    #expect(mkfifo(file.path, 0o600) == 0)
    #expect(file.load().problems == [ConfigurationProblem(.unreadable(.notRegularFile))])
  }

  @Test func linksAreFollowed() throws {
    try folder.write("library: /x", to: "dotfiles/config.yaml")
    try folder.makeFolder("lectern")
    #expect(symlink("../dotfiles/config.yaml", file.path) == 0)
    #expect(file.load().configuration.library == "/x")
    folder.remove("dotfiles/config.yaml")
    #expect(!file.load().exists)
    folder.remove("lectern/config.yaml")
    #expect(symlink("config.yaml", file.path) == 0)
    #expect(file.load().problems == [ConfigurationProblem(.unreadable(.system(ELOOP)))])
  }

  @Test(arguments: [(64 << 10, true), ((64 << 10) + 1, false)])
  func aFileIs64KibibytesAtMost(bytes: Int, isRead: Bool) throws {
    let text = "library: /x\n#"
    let reading = try read(text + String(repeating: "x", count: bytes - text.utf8.count))
    let problem = ConfigurationProblem(.unreadable(.tooLarge(bytes: bytes)))
    #expect(reading.problems == (isRead ? [] : [problem]))
    #expect(reading.configuration.library == (isRead ? "/x" : nil))
  }
}
