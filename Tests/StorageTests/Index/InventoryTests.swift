import Articles
import Seeded
import Storage
import Testing

/// What is kept of how far articles are described, against a plain table.
@Suite struct InventoryTests {
  private static let stages: [Inventory.Stage] = [.found, .taken, .glimpsed, .described]

  @Test(arguments: 0..<20) func isWhatATableSays(seed: Int) {
    var random = Seeded(UInt64(seed))
    var inventory = Inventory()
    var table = Table()
    for _ in 0..<400 {
      #expect(change(&inventory, &table, &random), "seed \(seed)")
      #expect(inventory.paths == table.versions.keys.sorted(), "seed \(seed)")
      for stage in InventoryTests.stages {
        #expect(inventory.count(stage) == table.paths(stage).count, "seed \(seed)")
      }
      #expect(inventory.left == table.versions.count - table.paths(.described).count)
    }
  }

  @Test func whatHasChangedMeanwhileIsNotSettled() {
    var inventory = Inventory()
    inventory.note([Article(path: ArticlePath("a"), bytes: 0, modified: 0, version: 1)])
    let taken = inventory.take(.found, 10)
    inventory.note([Article(path: ArticlePath("a"), bytes: 0, modified: 0, version: 2)])
    #expect(inventory.settle(taken, as: .described) == [false])
    #expect(inventory.take(.found, 10).map(\.version) == [2])
  }

  @Test func whatWasReadIsNoNewsToOneWhoOnlyGlimpsedIt() {
    var inventory = Inventory()
    inventory.note([Article(path: ArticlePath("a"), bytes: 0, modified: 0, version: 1)])
    let taken = inventory.take(.found, 10)
    #expect(inventory.settle(taken, as: .described) == [true])
    #expect(inventory.settle(taken, as: .glimpsed) == [false])
    #expect(inventory.count(.glimpsed) == 0)
  }

  /// - Returns: whether both answer the same.
  private func change(
    _ inventory: inout Inventory, _ table: inout Table, _ random: inout Seeded
  ) -> Bool {
    let some = (0..<Int.random(in: 0...6, using: &random)).map { _ in article(&random) }
    let paths = some.map(\.path)
    let isLater = Bool.random(using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0:
      inventory.note(some)
      table.note(some)
      return true
    case 1:
      inventory.forget(paths)
      table.keep { !paths.contains($0) }
      return true
    case 2:
      let kept = Set(
        table.versions.keys.filter { _ in Int.random(in: 0..<9, using: &random) > 0 })
      inventory.beginWalk()
      inventory.note(
        table.versions.filter { kept.contains($0.key) }.map {
          Article(path: $0.key, bytes: 0, modified: 0, version: $0.value)
        })
      inventory.note(some)
      inventory.endWalk()
      table.note(some)
      table.keep { kept.contains($0) || paths.contains($0) }
      return true
    case 3:
      let stage = isLater ? Inventory.Stage.glimpsed : .found
      let wanted = Array(table.paths(stage).prefix(some.count))
      return inventory.take(stage, some.count).map(\.version) == table.take(wanted)
    case 4: return inventory.take(paths).map(\.version) == table.take(paths)
    default:
      let stage = isLater ? Inventory.Stage.described : .glimpsed
      return inventory.settle(some, as: stage) == table.settle(some, as: stage)
    }
  }

  private func article(_ random: inout Seeded) -> Article {
    let path = ArticlePath("\(Int.random(in: 0..<40, using: &random)).txt")
    return Article(
      path: path, bytes: 0, modified: 0, version: .random(in: 1...3, using: &random))
  }
}

private struct Table {
  var versions: [ArticlePath: UInt64] = [:]
  var stages: [ArticlePath: Inventory.Stage] = [:]

  func paths(_ stage: Inventory.Stage) -> [ArticlePath] {
    stages.keys.filter { stages[$0] == stage }.sorted()
  }

  mutating func note(_ articles: [Article]) {
    for article in articles where versions[article.path] != article.version {
      versions[article.path] = article.version
      stages[article.path] = .found
    }
  }

  mutating func keep(_ isKept: (ArticlePath) -> Bool) {
    versions = versions.filter { isKept($0.key) }
    stages = stages.filter { isKept($0.key) }
  }

  mutating func take(_ paths: [ArticlePath]) -> [UInt64] {
    for path in paths where stages[path] != nil { stages[path] = .taken }
    return paths.map { versions[$0] ?? 0 }
  }

  mutating func settle(_ articles: [Article], as stage: Inventory.Stage) -> [Bool] {
    articles.map { article in
      guard let before = stages[article.path] else { return true }
      guard before.rawValue < stage.rawValue, versions[article.path] == article.version else {
        return false
      }
      stages[article.path] = stage
      return true
    }
  }
}
