import Foundation
import TerminalTesting

/// Measures how soon what is typed is found in one library, of which there is an index.
struct SearchMeasurement {
  let home: ReaderHome

  /// From the last letter typed to the first page of what is found, with words of each text.
  func run() throws {
    Report.section("\(home.library.articles) articles, search")
    let session = try home.open(columns: 200)
    defer { home.close(session) }
    _ = session.timeUntilRest()
    for (name, texts, most) in queries {
      Report.reactions(name, texts.map { type($0, in: session) }, goal: .p95(most))
    }
  }

  /// From the last letter typed to the first page of what is found, or all of it, with words of each
  /// text, on the first day: what is looked for is in no index yet.
  func withoutIndex() throws {
    Report.section("\(home.library.articles) articles, search before there is an index")
    let writer = ArticleWriter()
    for (name, texts) in [
      ("common word", writer.between(7, after: 0)),
      ("word between", writer.between(7, after: 2_000)), ("rare word", writer.rarest(7)),
    ] {
      let times = try texts.map { try timeWithoutIndex($0) }
      Report.times(name, times, goal: .p95(500))
    }
  }

  private func timeWithoutIndex(_ word: String) throws -> Double? {
    // Some rows are cut before the word.
    let page = 20
    let wanted = (min(try home.library.count(of: word), page) + 1) / 2
    home.clean()
    let session = try home.open(columns: 200)
    defer { home.close(session) }
    _ = session.time { home.isCounted($0) }
    session.terminal.send(Array("/\"\(word)".utf8))
    session.settle(quiet: .milliseconds(30), patience: .milliseconds(30))
    let pressed = session.elapsed
    session.terminal.send(Array("\"".utf8))
    let shown = session.time { screen in
      // Two columns of the screen: what is found, and the article at the cursor.
      let rows = screen.dropFirst().dropLast().map { $0.prefix(70).lowercased() }
      return screen.first?.contains("\(word)\"") == true
        && rows.count { $0.split { !$0.isLetter }.contains { $0 == word } } >= wanted
    }
    return shown.map { $0 - pressed }
  }

  private func type(_ text: String, in session: Session) -> Reaction? {
    _ = session.press("/")
    session.terminal.send(Array(text.dropLast().utf8))
    session.settle()
    let reaction = session.pressForPage(String(text.suffix(1)))
    _ = session.press("Esc")
    return reaction
  }

  private static let samples = 40

  /// What is typed, and how many milliseconds it may take.
  private var queries: [(String, [String], Double)] {
    let count = SearchMeasurement.samples
    let writer = ArticleWriter()
    let words = writer.commonest(100 + 3 * count)
    let phrases = home.library.phrases(count).map { "\"\($0)\"" }
    let triples = (0..<count).map { words[$0 * 3..<$0 * 3 + 3].joined(separator: " ") }
    return [
      ("rare word", writer.rarest(count), 5), ("phrase", phrases, 5),
      ("common word", Array(words.prefix(count)), 15),
      ("beginning", words[100...].prefix(count).map { String($0.prefix(4)) }, 15),
      ("two letters", words[100...].prefix(count).map { String($0.prefix(2)) }, 15),
      ("three words", triples, 15),
    ]
  }
}
