import Foundation
import TerminalTesting

/// Measures how soon what is typed is found in one library, of which there is an index.
struct SearchMeasurement {
  let home: ReaderHome

  /// From the last letter typed to the last byte of the answer.
  func run() throws {
    Report.section("\(home.library.articles) articles, search")
    let session = try home.open(columns: 200)
    defer { home.close(session) }
    _ = session.timeUntilRest()
    for (name, texts, most) in queries {
      Report.reactions(name, texts.map { type($0, in: session) }, goal: .p95(most))
    }
  }

  private func type(_ text: String, in session: Session) -> Reaction? {
    _ = session.press("/")
    session.terminal.send(Array(text.dropLast().utf8))
    session.settle()
    let reaction = session.press(String(text.suffix(1)))
    _ = session.press("Esc")
    return reaction
  }

  /// What is typed, and how many milliseconds it may take.
  private var queries: [(String, [String], Double)] {
    let words = ArticleWriter().commonest(20_000)
    let phrases = home.library.phrases.map { "\"\($0)\"" }
    return [
      ("rare word", Array(words.suffix(20)), 5), ("phrase", phrases, 5),
      ("common word", Array(words.prefix(20)), 15),
      ("beginning", words[100..<120].map { String($0.prefix(4)) }, 15),
      ("two letters", words[100..<120].map { String($0.prefix(2)) }, 15),
      ("three words", (0..<20).map { words[$0 * 3..<$0 * 3 + 3].joined(separator: " ") }, 15),
    ]
  }
}
