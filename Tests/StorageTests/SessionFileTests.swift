import Articles
import Storage
import Testing

@Suite struct SessionFileTests {
  private let folder: TemporaryFolder
  private let file: SessionFile

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    file = SessionFile(library: folder.path + "/library", stateHome: folder.path + "/state")
  }

  private func name() throws -> String {
    let name = StateLocation.name(ofLibrary: folder.path + "/library")
    return "state/sessions/\(name).json"
  }

  private static let selections: [ArticlePath?] = [
    nil, ArticlePath("a.txt"), ArticlePath("sub/\"x\" é\u{9B}%.txt"), ArticlePath("\n"),
    ArticlePath([0xFF, 0x2F, 0xC2]),
  ]

  @Test(arguments: SessionFileTests.selections) func whatIsSavedIsLoaded(selected: ArticlePath?)
    throws
  {
    #expect(file.load() == nil)
    let session = Session(
      sort: Sort(key: .date, isReversed: true), hidesRead: true, query: "tag:\"x\" é\\",
      view: "X\n",
      selected: selected, at: 42)
    try file.save(session)
    #expect(file.load() == session)
    try file.save(Session())
    #expect(file.load() == Session())
    #expect(try folder.read(try name()).count < 100)
  }

  @Test(arguments: [
    "", "{", "[]", "null", "{\"sort\": 5}", "{\"at\": }", "{\"selected\": [", "\0\0\0",
    String(repeating: " ", count: 20_000) + "{}",
  ]) func damageIsAsIfNothingWereThere(text: String) throws {
    try folder.write(text, to: try name())
    #expect(file.load() == nil)
    try file.save(Session(hidesRead: true))
    #expect(file.load()?.hidesRead == true)
  }

  @Test func theFileOfAnOlderProgramIsRead() throws {
    try folder.write(
      "{\"sort\": \"title\", \"isReversed\": false, \"hidesRead\": true, \"selected\": \"a\", \"at\": 3}\n",
      to: try name())
    let session = Session(
      sort: Sort(key: .title), hidesRead: true, selected: ArticlePath("a"), at: 3)
    #expect(file.load() == session)
  }

  /// What cannot be read again is not written.
  @Test(arguments: [(15_000, true), (16_500, false), (100_000, false)])
  func aLongQueryDoesNotCostTheRest(length: Int, isKept: Bool) throws {
    let query = String(repeating: "x", count: length)
    var session = Session(hidesRead: true, query: query, view: "V", selected: ArticlePath("a"))
    try file.save(session)
    if !isKept { (session.query, session.view) = (nil, nil) }
    #expect(file.load() == session)
  }

  @Test func whatIsNotKnownIsPassedOver() throws {
    try folder.write(
      "{\"sort\": \"colour\", \"pane\": {\"a\": [1]}, \"hidesRead\": true, \"at\": -3}",
      to: try name())
    #expect(file.load() == Session(hidesRead: true))
  }

  /// Whatever stands where the file would be: no waiting, and nothing lost.
  @Test func aFolderInItsPlaceIsLeftAlone() throws {
    try folder.write("x", to: try name() + "/inside")
    #expect(file.load() == nil)
    try? file.save(Session())
    #expect(try folder.read(try name() + "/inside") == "x")
  }

  @Test func librariesHaveTheirOwn() throws {
    try folder.write("x", to: "other/a.txt")
    let other = SessionFile(library: folder.path + "/other", stateHome: folder.path + "/state")
    try file.save(Session(hidesRead: true))
    #expect(other.load() == nil)
  }
}
