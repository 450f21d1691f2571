import Articles
import ReaderCore
import Testing

/// What is said of a wrong configuration: what, where, and what to do.
@Suite struct ConfigurationNoteTests {
  private static let place = ConfigurationProblem.Place(line: 3, column: 12)

  private static func error(_ text: String) -> QueryError {
    do throws(QueryError) {
      _ = try Query(text)
      preconditionFailure("\(text) is understood")
    } catch {
      return error
    }
  }

  @Test(
    arguments: [
      (
        .syntax("found a tab"),
        "found a tab. Put what has : # & * [ { or ! in it in 'quotes'. Nothing of the file is used"
      ),
      (.notUTF8, "this is not UTF-8. Save the file as UTF-8. Nothing of the file is used"),
      (
        .secondDocument,
        "a second document begins here. Take the line with --- away. Nothing of the file is used"
      ),
      (.repeatedKey("views"), "views is there twice. Take one away. Nothing of the file is used"),
      (
        .noKeys,
        "the file has no keys. Write a key and a value: library: ~/texts. "
          + "Nothing of the file is used"
      ),
      (
        .unknownKey("veiws", nearest: "views", known: []), "veiws is no key. Did you mean views?"
      ),
      (
        .unknownKey("x", nearest: nil, known: ["library", "views"]),
        "x is no key. Those here are library, views"
      ),
      (
        .expected(.folder, key: "library"),
        "library must be a folder, from / or ~ on: library: ~/texts"
      ),
      (.expected(.views, key: "views"), "views must be a list. Begin each view with - name:"),
      (
        .expected(.view, key: "views"),
        "views has something that is no view. Write - name: and, below name, query:"
      ),
      (
        .expected(.text, key: "name"), "name must be a text. Write it behind the colon, in 'quotes'"
      ),
      (
        .expected(.noAlias, key: "query"),
        "query cannot refer to another value by *. Write the value itself, in 'quotes'"
      ),
      (.missing(key: "query"), "this view has no query. Give it one, or take it away"),
      (
        .query(error("unread time:<x"), in: "unread time:<x", view: "A"),
        "the query of the view A is not understood at “<x” (character 13): "
          + "expected a time: <10m, >1h"
      ),
      (
        .sort("lenght", view: "A"),
        "the view A cannot be sorted by lenght. Choose one of path, title, date, added, length, "
          + "progress, rank, or -date to reverse"
      ),
      (
        .rank(view: "A"), "the view A looks for no words, so it has no rank. Choose another sort"
      ),
      (.sameName("A"), "another view is called A, too. Give this one another name"),
      (.tooManyViews(most: 64), "views beyond the first 64 are left out. Take some away"),
    ] as [(ConfigurationProblem.Kind, String)])
  func eachProblemIsOneLine(kind: ConfigurationProblem.Kind, text: String) {
    let problem = ConfigurationProblem(kind, at: Self.place)
    #expect(Wording.problem(problem, in: "~/c.yaml") == "~/c.yaml, line 3, column 12: " + text)
    #expect(
      Wording.problem(problem, in: "c", others: 2)
        == "c, line 3, column 12: \(text). 2 more: lectern config")
  }

  @Test(
    arguments: [
      (.system(13), "it cannot be read: no permission"),
      (.notRegularFile, "it cannot be read: it is not a regular file"),
      (.tooLarge(bytes: 2_000_000), "it cannot be read: it is too large (2000000 bytes)"),
    ] as [(LibraryError.Reason, String)])
  func aFileThatCannotBeReadHasNoLines(reason: LibraryError.Reason, text: String) {
    let problem = ConfigurationProblem(.unreadable(reason))
    #expect(
      Wording.problem(problem, in: "/c")
        == "/c: \(text). It must be a file of 64 KiB at most that you may read. "
        + "Nothing of the file is used")
  }

  @Test(arguments: [30, 80, 200]) func theNoteIsToldWholeUntilTheNextKey(columns: Int) {
    let note = "~/c.yaml, line 3, column 12: veiws is no key. Did you mean views?"
    var reader = TestReader(Samples.six, columns: columns, note: note)
    #expect(reader.rows[2].contains("Alpha"))
    let shown = reader.rows.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(shown.contains(note))
    reader.press("j")
    #expect(!reader.screen.contains("c.yaml"))
  }

  @Test func onlyTroubleWithTheMarksIsMoreImportant() {
    let elsewhere = TestReader(Samples.six, notices: [.keptElsewhere("/x/y")], note: "wrong")
    #expect(elsewhere.message == "wrong")
    let newer = TestReader(Samples.six, notices: [.newerFormat], note: "wrong")
    #expect(newer.message.contains("newer Lectern"))
  }
}
