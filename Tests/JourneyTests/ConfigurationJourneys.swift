import Foundation
import TerminalTesting
import Testing

/// The configuration file, as the reader and the commands use it.
@Suite struct ConfigurationJourneys {
  private static let texts = [
    "a.txt": "Alpha\n\nThe locomotive has a boiler.\n", "b.txt": "Bravo\n\nNothing of that.\n",
    "sub/c.txt": "Charlie\n\nNor here, boilers apart.\n",
  ]

  private static let example = """
    views:
      - name: Steam
        query: boiler
      - name: Below
        query: 'in:sub/'
        sort: -title

    """

  private func library(_ configuration: String?) throws -> TestLibrary {
    let library = try TestLibrary(Self.texts)
    if let configuration { try write(configuration, for: library) }
    return library
  }

  private func file(_ library: TestLibrary) -> String {
    library.home + "/config/lectern/config.yaml"
  }

  private func write(_ configuration: String, for library: TestLibrary) throws {
    try library.makeFolder(library.home + "/config/lectern")
    try Data(configuration.utf8).write(to: URL(fileURLWithPath: file(library)))
  }

  // MARK: The reader

  @Test func aConfiguredViewIsShownAndFoundAgain() throws {
    let library = try library(Self.example)
    _ = try library.run("index", "--library", library.path)
    var journey = try library.open()
    try journey.waitFor("3 articles, 3 unread")
    journey.press("gv")
    try journey.waitFor(" 1  Steam")
    #expect(journey.rows.contains { $0.hasPrefix(" 1  Below") && $0.hasSuffix("in:sub/") })
    journey.press("G", "k", "Enter")
    try journey.waitFor("articles · Steam")
    try journey.waitForCursor(on: "● Alpha")
    try journey.waitFor("1 article, 1 unread")
    try journey.quit()
    journey = try library.open()
    try journey.waitFor("articles · Steam")
    try journey.waitForCursor(on: "● Alpha")
    journey.press("gv")
    try journey.waitForCursor(on: "Steam")
    journey.press("q")
    try journey.quit()
    try write(Self.example.replacing("query: boiler", with: "query: nothing"), for: library)
    journey = try library.open()
    try journey.waitFor("articles · Steam")
    try journey.waitForCursor(on: "● Bravo")
    try journey.quit()
  }

  @Test(arguments: [
    ("views: [", "line 1, column 9: did not find"),
    ("views:\n- {name: A, query: 'time:<x'}", "line 2, column 20: the query of the view A"),
    ("veiws: []", "line 1, column 1: veiws is no key. Did you mean views?"),
    ("views: 1\ncolour: 2\nlibrary: 3", "views must be a list"),
    ("\u{0}", "control characters are not allowed"),
  ])
  func theReaderOpensWhateverIsInTheFile(text: String, note: String) throws {
    let library = try library(text)
    let journey = try library.open(columns: 200)
    try journey.waitForCursor(on: "● Alpha")
    try journey.waitForStatus(note)
    #expect(journey.status.contains("~/config/lectern/config.yaml"))
    #expect(journey.status.contains("2 more: lectern config") == text.contains("colour"))
    journey.press("gv")
    try journey.waitFor("Long reads")
    #expect(!journey.screen.text.contains("config.yaml"))
    journey.press("q")
    try journey.quit()
  }

  @Test func theConfiguredLibraryIsOpenedWhereNoneIsNamed() throws {
    let library = try library("library: ~/../articles\n")
    let journey = try Journey(
      Products.path("lectern"), [], environment: library.environment(), folder: library.home)
    try journey.waitForCursor(on: "● Alpha")
    try journey.quit()
    #expect(try library.run("list", "-0").text == "a.txt\0b.txt\0sub/c.txt\0")
  }

  /// Where no reader opens that would tell it.
  @Test func whatIsWrongIsToldWhereNoLibraryIs() throws {
    let finished = try library("library: texts\n").run("read")
    #expect(finished.exit == .status(66) && finished.errorLines.count == 2, "\(finished.error)")
    #expect(finished.error.contains("config.yaml, line 1, column 10: library must be a folder"))
  }

  /// From the strongest to the weakest.
  @Test func whatNamesTheLibraryHasAnOrder() throws {
    let library = try library("library: ~/file\n")
    for name in ["file", "variable", "option", "data/lectern/articles"] {
      let folder = library.home + "/" + name
      try library.makeFolder(folder)
      try Data("X\n".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(name.prefix(4)).txt"))
    }
    let variable = ["LECTERN_LIBRARY": library.home + "/variable"]
    let option = try library.run(
      "list", "-0", "--library", library.home + "/option", environment: variable)
    #expect(option.text == "opti.txt\0")
    #expect(try library.run("list", "-0", environment: variable).text == "vari.txt\0")
    #expect(try library.run("list", "-0").text == "file.txt\0")
    unlink(file(library))
    #expect(try library.run("list", "-0").text == "data.txt\0")
  }

  // MARK: Commands

  /// A command must not do to another library what was meant for the one that cannot be told.
  @Test(arguments: ["library: [", "library: texts", "- x"])
  func withoutTheLibraryNothingIsDone(text: String) throws {
    let library = try library(text)
    try library.makeFolder(library.home + "/data/lectern/articles")
    for arguments in ["list", "mark read a.txt", "index", "state check", "log"] {
      let finished = try library.finish(
        "exec \"$1\" \(arguments)", [Products.path("lectern")])
      #expect(finished.exit == .status(65) && finished.output.isEmpty, "\(arguments)")
      #expect(finished.errorLines.count == 1, "\(finished.error)")
      #expect(finished.error.hasPrefix("lectern: \(file(library)), line 1"), "\(finished.error)")
    }
    let named = try library.run("list", "-0", "--library", library.path)
    #expect(named.exit == .status(0) && named.error.isEmpty)
  }

  @Test func whatDoesNotMatterIsOneLine() throws {
    let library = try library("library: ~/../articles\nviews: 5\ncolour: red\n")
    let finished = try library.run("list", "-0")
    #expect(finished.exit == .status(0) && finished.text == "a.txt\0b.txt\0sub/c.txt\0")
    #expect(finished.errorLines.count == 1 && finished.error.contains("line 2, column 8"))
  }

  @Test func configPrintsWhatIsInUse() throws {
    let library = try library(nil)
    let path = file(library)
    var finished = try library.run("config")
    #expect(
      finished.text == """
        # \(path) (there is no such file)
        library: '\(library.home)/data/lectern/articles'  # the default
        views: []  # the default

        """)
    #expect(finished.exit == .status(0) && finished.error.isEmpty)
    try write("# mine\nlibrary: ~/it's\n" + Self.example, for: library)
    finished = try library.run("config")
    let printed = """
      # \(path)
      library: '\(library.home)/it''s'  # line 2
      views:  # line 3
        - name: 'Steam'
          query: 'boiler'
          sort: path
        - name: 'Below'
          query: 'in:sub/'
          sort: -title

      """
    #expect(finished.text == printed)
    // What is printed says the same.
    try write(finished.text, for: library)
    #expect(try library.run("config").text == printed)
    let variable = try library.run("config", environment: ["LECTERN_LIBRARY": "/x"])
    #expect(variable.text.contains("library: '/x'  # $LECTERN_LIBRARY\n"))
    let option = try library.run(
      "config", "--library", "/y", environment: ["LECTERN_LIBRARY": "/x"])
    #expect(option.text.contains("library: '/y'  # --library\n"))
    let only = try library.run("config", "--path")
    #expect(only.text == path + "\n" && only.exit == .status(0))
  }

  @Test func configTellsAllThatIsWrong() throws {
    let library = try library("views:\n- {name: A}\n- {name: B, query: b, srot: date}\nx: \u{1b}\n")
    var finished = try library.run("config")
    #expect(finished.exit == .status(65) && finished.errorLines.count == 1)
    #expect(finished.text.contains("views: []"))
    try write("views:\n- {name: A}\n- {name: \"B\\e[31m\", query: b, srot: date}\n", for: library)
    finished = try library.run("config")
    #expect(finished.exit == .status(65) && finished.errorLines.count == 2, "\(finished.error)")
    #expect(finished.error.contains("line 2, column 3: this view has no query"))
    #expect(finished.error.contains("line 3, column 31: srot is no key. Did you mean sort?"))
    #expect(finished.text.contains("name: 'B^[[31m'") && !finished.text.contains("\u{1b}"))
    try write("colour: red\n", for: library)
    finished = try library.run("config")
    #expect(finished.exit == .status(0) && finished.errorLines.count == 1)
  }

  @Test func aFileThatMayNotBeReadIsNamed() throws {
    let library = try library(nil)
    try library.makeFolder(file(library))
    let finished = try library.run("config")
    #expect(finished.exit == .status(65) && finished.errorLines.count == 1)
    #expect(finished.error.contains("it is not a regular file. It must be a file"))
    let journey = try library.open(columns: 200)
    try journey.waitForStatus("config.yaml: it cannot be read: it is not a regular file")
    try journey.quit()
  }
}
