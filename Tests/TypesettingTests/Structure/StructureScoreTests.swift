import Foundation
import Testing

@testable import Scoring

/// Texts whose structure a person wrote down: of those that come with the tests, most is found.
@Suite struct StructureScoreTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Labelled")

  @Test func mostOfTheLabelledTextsIsFound() throws {
    let outcomes = try LabelledText.all(in: Self.folder).map(Outcome.init)
    #expect(outcomes.count >= 7)
    let totals = Totals(outcomes)
    #expect(totals.title == 1)
    #expect(totals.author == 1)
    #expect(totals.date == 1)
    #expect(totals.lines >= 0.97)
    #expect(totals.meanLines >= 0.97)
    #expect(totals.macroF1 >= 0.95)
    #expect(totals.lost == 0)
  }

  /// A text whose second heading is labelled as text, the others as something that it is not.
  @Test func errorsAreCounted() throws {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "labelled-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = "# One title\n\n## Two\n\nSome words.\n\n## Three\n\nMore words.\n"
    try text.write(to: folder.appending(path: "a.txt"), atomically: true, encoding: .utf8)
    let truth = """
      {"kind": "web", "title": "Another", "title_accept": ["one Title"], "author": "Ann", "date": null,
       "lines": {"1": ["title"], "3": ["heading"], "5": ["quote", "body"], "7": ["body"],
                 "9": ["list"]}}
      """
    try truth.write(to: folder.appending(path: "a.json"), atomically: true, encoding: .utf8)
    let outcomes = try LabelledText.all(in: folder).map(Outcome.init)
    #expect(outcomes[0].mistakes.map(\.line) == [7, 9])
    let totals = Totals(outcomes)
    #expect(totals.title == 1 && totals.author == 0 && totals.date == 1)
    #expect(totals.lines == 0.6 && totals.meanLines == 0.6 && totals.lost == 0)
    let heading = try #require(totals.marks.first { $0.label == .heading })
    #expect(heading.precision == 0.5 && heading.recall == 1)
    let body = try #require(totals.marks.first { $0.label == .body })
    #expect(body.precision == 0.5 && body.recall == 0.5)
    #expect(totals.marks.map(\.label) == [.title, .heading, .body, .list])
    #expect(abs(totals.macroF1 - (1 + 2.0 / 3 + 0.5 + 0) / 4) < 1e-9)
  }

  @Test(arguments: [
    ("by Ann Author <ann@example.org>", "Ann Author"), ("Ann & Ben", "Ann and Ben"),
    ("ANN, and Ben", "Ann, Ben"), ("Ann (ann@example.org)", "ann"),
  ])
  func namesAreComparedLoosely(given: String, accepted: String) {
    #expect(Comparison.isRight(given, among: [accepted], by: Comparison.author))
    #expect(!Comparison.isRight(given, among: ["Carl", nil], by: Comparison.author))
  }

  @Test func titlesAreComparedLoosely() {
    #expect(Comparison.isRight("“A”  – b", among: ["\"a\" - B"], by: Comparison.title))
    #expect(!Comparison.isRight("A", among: ["A b"], by: Comparison.title))
  }
}
