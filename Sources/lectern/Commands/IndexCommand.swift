import ArgumentParser
import Articles
import Glibc
import ReaderCore
import Storage

/// `lectern index [--rebuild]`
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index", abstract: "Brings the search index up to date.")

  @OptionGroup var options: LibraryOptions

  @Flag(help: "Make it anew.")
  var rebuild = false

  func run() throws {
    let root = try options.root()
    let library = try options.open(root)
    let (articles, unlisted) = try library.listed(root)
    let index = SearchIndex(options.indexLocation(root))
    let outcome: IndexUpdate.Outcome
    do throws(LibraryError) {
      guard let writer = try IndexWriter(index, isFresh: rebuild) else {
        throw LibraryError(.lock, path: [], reason: .system(EAGAIN))
      }
      let update = IndexUpdate(of: library, into: writer)
      outcome = try update.run(articles, unlisted: unlisted, progress: Note.progress)
    } catch {
      throw Failure.index(error)
    }
    try report(outcome, articles: articles.count, unlisted)
  }

  private func report(
    _ outcome: IndexUpdate.Outcome, articles: Int, _ unlisted: [LibraryError]
  ) throws {
    for error in unlisted + outcome.failures { Output.complain(Wording.failure(error)) }
    let indexed = articles - outcome.failures.count
    try Output.write(
      "\(indexed) \(indexed == 1 ? "article" : "articles") in the index: "
        + "\(outcome.added) read, \(outcome.removed) removed.\n")
  }
}
