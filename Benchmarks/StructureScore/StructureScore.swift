import ArgumentParser
import Foundation
import Scoring

/// Prints how much of the structure of labelled texts is found. Asserts nothing.
@main
struct StructureScore: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Scores what is found in labelled texts: titles, authors, dates, kinds of lines.",
    discussion: """
      A labelled text is NAME.txt with NAME.json, an object with "kind", "title", "author", "date" \
      (null where there is none) and "lines": for each line that is not blank, by its number, the \
      labels that count as right, the best first. Labels are title, byline, heading, body, list, \
      quote, pre and furniture. "title_accept", "author_accept" and "date_accept" list others that \
      count as right.
      """)

  @Argument(help: "The folder of texts.")
  var folder = "Tests/TypesettingTests/Labelled"

  @Flag(help: "Also list every wrong title, author, date and line.")
  var wrong = false

  func run() throws {
    let texts = try LabelledText.all(in: URL(filePath: folder, directoryHint: .isDirectory))
    guard !texts.isEmpty else { throw ValidationError("There are no labelled texts in \(folder).") }
    let outcomes = texts.map(Outcome.init)
    let report = Report(outcomes)
    print(report.rows)
    if wrong { print(report.mistakes) }
    print(report.labels)
    print(report.totals)
  }
}
