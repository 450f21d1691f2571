import Articles
import ReaderCore
import Screen
import Seeded
import Testing
import Typesetting

/// What a query leaves in the list, against a plain look at every article.
@Suite struct QueryPropertyTests {
  private static let words = ["lantern", "Needle", "night", "Café"]
  private static let tests =
    words + ["unread", "read", "reading", "starred", "tag:a", "tag:b", "in:sub", "title:needle"]
    + ["words:<9", "time:<2m", "added:<9d", "after:2001", "before:2010-06", "\"night lantern\""]
    + ["title:\"night lantern\"", "title:lanterns", "title:CAFE", "author:ann", "author:bo"]
    + ["after:2005-06-01", "before:2005-06-01", "after:2019"]

  /// A random query.
  private func query(depth: Int, _ random: inout Seeded) -> String {
    let count = depth == 0 ? 1 : Int.random(in: 1...3, using: &random)
    return (0..<count).map { number in
      let joint = number == 0 ? "" : Bool.random(using: &random) ? " or " : " "
      let minus = Int.random(in: 0..<4, using: &random) == 0 ? "-" : ""
      let isTest = depth == 0 || Bool.random(using: &random)
      let test = isTest ? Self.tests.randomElement(using: &random) ?? "" : ""
      return joint + minus + (isTest ? test : "(\(query(depth: depth - 1, &random)))")
    }.joined()
  }

  private struct Sample {
    let article: Article
    let text: String
    var marks = Marks()
  }

  private func samples(_ random: inout Seeded) -> [Sample] {
    (0..<Int.random(in: 1...30, using: &random)).map { number in
      let words = (0..<12).compactMap { _ in Self.words.randomElement(using: &random) }
      let length = Int.random(in: 2...12, using: &random)
      let year = Int.random(in: 1999...2012, using: &random)
      let title = (words.suffix(2) + ["t\(number)"]).joined(separator: " ")
      let date = Bool.random(using: &random) ? "Date: \(year)-06-01\n" : ""
      let author = ["", "Author: Ann Bo\n", "Author: Bo Ånn\n"].randomElement(using: &random) ?? ""
      let text =
        "Title: \(title)\n\(author)\(date)\n"
        + words.prefix(length).joined(separator: " ") + "\n"
      let path = ArticlePath((Bool.random(using: &random) ? "sub/" : "") + "\(number).txt")
      var sample = Sample(
        article: Article(path: path, bytes: text.utf8.count, modified: 1_556_000_000_000),
        text: text)
      let marks: [Mark] = [
        .read(true), .starred(true), .tag("a", true), .tag("b", false),
        .position(Position(offset: 0, quote: "", progress: 0.5)),
      ]
      for mark in marks where Bool.random(using: &random) {
        sample.marks.apply(MarkChange(path: path, mark: mark, at: 1))
      }
      return sample
    }
  }

  private func holds(_ test: Term.Test, for sample: Sample, now: Timestamp) -> Bool {
    let metadata = Document(Source(Array(sample.text.utf8)), name: "x.txt").metadata
    switch test {
    case .text(let phrase):
      return SearchPhrase(phrase.text, isPrefix: phrase.isPrefix).occurs(in: sample.text)
    case .filter(let filter):
      var article = sample.article
      article.summary = Summary(
        title: metadata.title ?? "", author: metadata.author, date: metadata.date,
        words: metadata.words,
        minutes: metadata.minutes)
      let subject = Filter.Subject(
        article, marks: sample.marks, date: PartialDate(of: article, secondsFromGMT: 0))
      return filter.holds(for: subject, now: now) { SearchPhrase($0).occurs(in: $1) }
    }
  }

  @Test(arguments: 0..<8) func everyQueryLeavesWhatAPlainLookFinds(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let samples = samples(&random)
    var reader = TestReader(
      samples.map { ($0.article.path.displayString, $0.text) }, columns: 80, rows: 60,
      marks: Dictionary(uniqueKeysWithValues: samples.map { ($0.article.path, $0.marks) }))
    for _ in 0..<25 {
      let text = query(depth: 2, &random)
      reader.press("&")
      reader.send(.key(.paste(text)))
      reader.press("Enter")
      let condition = try Query(text, completes: true).condition
      let expected = samples.indices.filter { number in
        condition.holds { holds($0.test, for: samples[number], now: reader.now) }
      }
      #expect(shown(reader) == expected, "seed \(seed), \(text)")
    }
  }

  /// The numbers of the articles in the list.
  private func shown(_ reader: TestReader) -> [Int] {
    reader.rows.dropLast().dropFirst(2).compactMap { row in
      row.split(separator: " ").first { $0.first == "t" }.flatMap { Int($0.dropFirst()) }
    }.sorted()
  }
}
