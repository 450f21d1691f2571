import Articles
import Seeded
import Storage
import Testing

/// Looking up many articles at once, against looking up each.
@Suite struct KnownArticlesTests {
  @Test(arguments: 0..<4) func manyAreKnownAsEachIs(seed: Int) throws {
    var random = Seeded(UInt64(seed))
    let indexed = try IndexedLibrary()
    for number in 0..<300 {
      try indexed.folder.write("Title: T\(number)\n\nText.\n", to: "\(number % 7)/a\(number).txt")
    }
    try indexed.update()
    let articles = try indexed.articles.map { article in
      var article = article
      if Int.random(in: 0..<5, using: &random) == 0 { article.version += 1 }
      return article
    }
    for _ in 0..<60 {
      let start = Int.random(in: 0..<300, using: &random)
      var some = Array(articles[start...].prefix(.random(in: 0...90, using: &random)))
      some.removeAll { _ in Int.random(in: 0..<4, using: &random) == 0 }
      if Bool.random(using: &random) {
        some.append(Article(path: ArticlePath("9/new.txt"), bytes: 1, modified: 1))
      }
      switch Int.random(in: 0..<3, using: &random) {
      case 0: some.shuffle(using: &random)
      case 1: some = some.enumerated().filter { $0.offset % 20 == 0 }.map(\.element)
      default: break
      }
      let known = try indexed.index.summaries(of: some)
      let each = try some.flatMap { try indexed.index.summaries(of: [$0]) }
      #expect(known == each, "seed \(seed)")
      #expect(known.count == some.count)
    }
  }
}
