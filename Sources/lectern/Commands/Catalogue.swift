import Articles
import Foundation
import ReaderCore
import Storage
import Typesetting

/// A library as a command sees it that chooses among its articles: all of them, with their marks
/// and an index that is up to date.
struct Catalogue {
  let library: Library
  private let index: SearchIndex
  private let preparation: IndexPreparation
  private let location: IndexLocation
  /// With what their texts say of themselves, in the order of their paths.
  let articles: [Article]
  private let marks: [ArticlePath: Marks]
  private let places: [ArticlePath: Int]

  init(_ options: LibraryOptions) throws {
    let root = try options.root()
    library = try options.open(root)
    let (found, unlisted) = try library.listed(root)
    do throws(LibraryError) {
      marks = try StateCheck(options.location(root)).articles
    } catch {
      throw Failure.state(error)
    }
    location = options.indexLocation(root)
    preparation = IndexPreparation(library: library, articles: found, unlisted: unlisted)
    let known: [ArticlePath: Summary]
    (index, known) = try preparation.run(location)
    articles = found.map { article in
      var article = article
      article.summary = known[article.path]
      return article
    }.sorted { $0.path < $1.path }
    places = Dictionary(
      articles.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  subscript(path: ArticlePath) -> Article? { places[path].map { articles[$0] } }

  func marks(of path: ArticlePath) -> Marks { marks[path] ?? Marks() }

  func date(of article: Article) -> String {
    Wording.date(of: article, secondsFromGMT: Clock.secondsFromGMT)
  }

  // MARK: Queries

  /// The articles that match a query, in its order or else in this one.
  func articles(matching query: Query, sort: Sort = Sort()) throws -> [Article] {
    var paths: [Phrase: Set<ArticlePath>] = [:]
    for case .text(let phrase) in query.condition.terms.map(\.test) where paths[phrase] == nil {
      paths[phrase] = try read { index throws(LibraryError) in try index.paths(with: phrase) }
    }
    let matching = articles.filter { article in
      query.condition.holds { term in
        switch term.test {
        case .text(let phrase): paths[phrase]?.contains(article.path) ?? false
        case .filter(let filter): holds(filter, for: article)
        }
      }
    }
    let sort = query.sort.map { Sort(key: $0) } ?? sort
    return sorted(matching, by: sort, places: sort.key == .rank ? try self.places(query) : [:])
  }

  /// The articles that match a query, the best first.
  func ranked(_ query: Query, limit: Int) throws -> [(article: Article, score: Double)] {
    let hits = try read { index throws(LibraryError) in
      try index.search(
        query.condition, limit: limit,
        holds: { filter, path in self[path].map { holds(filter, for: $0) } ?? false })
    }
    return hits.compactMap { hit in self[hit.path].map { ($0, hit.score) } }
  }

  /// The articles that are most like a named one, the likest first.
  func related(to file: String, limit: Int) throws -> [(article: Article, score: Double)] {
    let entry: IndexEntry
    do throws(LibraryError) {
      let path = try library.article(named: RawArguments.bytes(of: file))
      entry = try library.indexEntry(
        self[path] ?? Article(path: path, bytes: 0, modified: 0),
        longest: Library.longestOpenedWhole)
    } catch {
      throw Failure.article(error, path: file)
    }
    let hits = try read { index throws(LibraryError) in try index.related(to: entry, limit: limit) }
    return hits.compactMap { hit in self[hit.path].map { ($0, hit.score) } }
  }

  private func holds(_ filter: Filter, for article: Article) -> Bool {
    let subject = Filter.Subject(
      article, marks: marks(of: article.path),
      date: PartialDate(of: article, secondsFromGMT: Clock.secondsFromGMT))
    return filter.holds(for: subject, now: Clock.now) { words, line in
      SearchPhrase(words).occurs(in: line)
    }
  }

  /// Where articles stand among those that have the words of a query, the best first.
  private func places(_ query: Query) throws -> [ArticlePath: Int] {
    let hits = try ranked(query, limit: SearchIndex.mostRanked)
    return Dictionary(
      hits.enumerated().map { ($1.article.path, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private func sorted(
    _ articles: [Article], by sort: Sort, places: [ArticlePath: Int]
  ) -> [Article] {
    let ranks = articles.map { article in
      let rank = sort.rank(
        of: article, title: Wording.title(of: article), marks: marks(of: article.path),
        date: date(of: article), place: places[article.path])
      return (article, rank)
    }
    return ranks.sorted { sort.isInOrder($0.1, $1.1) }.map(\.0)
  }

  /// Asks the index; one that turns out to be damaged is made anew, and asked again.
  private func read<Answer>(
    _ body: (SearchIndex) throws(LibraryError) -> Answer
  ) throws -> Answer {
    do throws(LibraryError) {
      return try body(index)
    } catch {
      guard error.reason == .damaged else { throw Failure.index(error) }
    }
    let remade = try preparation.run(location).index
    do throws(LibraryError) {
      return try body(remade)
    } catch {
      throw Failure.index(error)
    }
  }
}

extension Library {
  /// All articles, and what could not be listed.
  func listed(_ root: String) throws(Failure) -> (articles: [Article], unlisted: [LibraryError]) {
    var articles: [Article] = []
    do {
      let unlisted = try scan { batch in
        articles += batch
        return true
      }
      return (articles, unlisted)
    } catch {
      throw .library(error, path: root)
    }
  }
}
