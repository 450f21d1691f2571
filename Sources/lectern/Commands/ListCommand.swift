import ArgumentParser
import Articles
import Foundation
import ReaderCore
import Screen

/// `lectern list [QUERY…]`
struct ListCommand: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Lists articles, one a line: path and title.")

  @OptionGroup var options: LibraryOptions

  @Option(help: "The order: \(Sort.Key.allCases.map(\.rawValue).joined(separator: ", ")).")
  var sort: Sort.Key?

  @Option(help: "text or json.")
  var format = Format.text

  @Flag(name: .customShort("0"), help: "Print paths as they are, with a NUL behind each.")
  var nulls = false

  @OptionGroup var words: QueryWords

  func run() throws {
    var query = try words.parsed()
    if let sort { query = Query(condition: query.condition, sort: sort) }
    let catalogue = try Catalogue(options)
    let articles = try catalogue.articles(matching: query)
    if nulls {
      try Output.write(articles.flatMap { $0.path.bytes + [0] })
    } else if format == .json {
      try Output.write(ArticleReport.json(articles.map { ArticleReport($0, in: catalogue) }))
    } else {
      for article in articles {
        let path = SafeText(article.path.displayString).string
        try Output.write("\(path)\t\(SafeText(Wording.title(of: article)).string)\n")
      }
    }
    if articles.isEmpty { throw ExitCode(1) }
  }
}

extension Sort.Key: ExpressibleByArgument {}
