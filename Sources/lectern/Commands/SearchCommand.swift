import ArgumentParser
import Articles
import Foundation
import ReaderCore
import Screen
import Storage
import Typesetting

/// `lectern search QUERY…`
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Finds articles by their words, the best first, and shows where.",
    discussion: """
      Of what is found in very many articles, the \(SearchIndex.mostRanked) articles that were \
      indexed last are ranked, and of several words those that stand in \(SearchIndex.frequent) \
      articles or more do not count: if all do, the articles that were indexed last come first.
      """)

  @OptionGroup var options: LibraryOptions

  @Option(help: "text or json.")
  var format = ListCommand.Format.text

  @Option(help: "How many articles at most.")
  var limit = 50

  @Option(
    help: "Finds the articles that are most like this one, in place of a query.",
    completion: .file())
  var related: String?

  @OptionGroup var words: QueryWords

  func validate() throws {
    guard limit > 0 else { throw ValidationError("The limit must be 1 or more.") }
    guard words.query.isEmpty != (related == nil) else {
      throw ValidationError("Say what to look for, or name an article: --related FILE.")
    }
  }

  func run() throws {
    let query = try words.parsed(completes: true)
    let catalogue = try Catalogue(options)
    let found =
      try related.map { try catalogue.related(to: $0, limit: limit) }
      ?? catalogue.ranked(query, limit: limit)
    let phrases = query.condition.wantedPhrases
    let results = found.map { article, score in
      (article, score, catalogue.snippet(of: article, showing: phrases))
    }
    switch format {
    case .json:
      try Output.write(
        ArticleReport.json(
          results.map { article, score, snippet in
            var report = ArticleReport(article, in: catalogue)
            report.score = (score * 1_000).rounded() / 1_000
            report.snippet = snippet.text
            return report
          }))
    case .text: for (article, _, snippet) in results { try printText(article, snippet) }
    }
    if found.isEmpty { throw ExitCode(1) }
  }

  private func printText(_ article: Article, _ snippet: Snippet) throws {
    let title = Span(SafeText(Wording.title(of: article)), style: Style(.bold))
    let path = Span(SafeText("  " + article.path.displayString), style: Style(.dim))
    try Output.write(Output.text([title, path]) + "\n")
    guard !snippet.parts.isEmpty else { return }
    let parts = snippet.parts.map { part in
      Span(SafeText(part.text), style: part.isMatch ? Style([.bold, .underline]) : .plain)
    }
    try Output.write(Output.text([Span(SafeText("    "))] + parts) + "\n")
  }
}

extension Catalogue {
  /// Nothing where the text cannot be read any more.
  fileprivate func snippet(of article: Article, showing phrases: [SearchPhrase]) -> Snippet {
    let text = (try? library.document(article.path)).map { SearchedText(of: $0) } ?? .empty
    return library.snippet(of: text, article.path, showing: phrases)
      ?? Snippet(of: .empty, showing: [])
  }
}
