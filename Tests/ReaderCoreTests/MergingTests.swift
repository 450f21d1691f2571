import Articles
import Seeded
import Testing

@testable import ReaderCore

/// Articles that come are put among the others, as if all had been sorted.
@Suite struct MergingTests {
  @Test(arguments: 0..<4) func mergedIsSorted(seed: Int) {
    var random = Seeded(UInt64(seed))
    var list = ArticleList()
    _ = list.take(
      (0..<200).map { Article(path: ArticlePath("\($0 + 1_000)"), bytes: 1, modified: 1) })
    func inOrder(_ left: Article, _ right: Article) -> Bool { left.path < right.path }
    for _ in 0..<60 {
      let start = Int.random(in: 0..<200, using: &random)
      let block = Array(start..<min(start + 30, 200))
      let few = block.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }
      let added = Bool.random(using: &random) ? block : few
      let others = (0..<200).filter { index in
        !added.contains(index) && Int.random(in: 0..<4, using: &random) > 0
      }
      #expect(list.merged(added, into: others, inOrder: inOrder) == (added + others).sorted())
      #expect(list.merged(added, into: [], inOrder: inOrder) == added)
    }
  }
}
