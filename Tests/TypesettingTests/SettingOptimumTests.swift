import Seeded
import Testing

@testable import Typesetting

/// Paragraphs are broken as well as they can be.
@Suite struct SettingOptimumTests {
  /// Random segments with a space, a hyphen or nothing between them.
  private func opportunities(
    _ count: Int, widest: Int, _ random: inout Seeded
  ) -> [Opportunity] {
    var column = 0
    return (0..<count).map { _ in
      let width = Int.random(in: 1...widest, using: &random)
      let space = Int.random(in: 0...3, using: &random) > 0 ? 1 : 0
      let hyphen = space == 0 && width < widest && Bool.random(using: &random) ? 1 : 0
      defer { column += width + space }
      return Opportunity(
        end: column + width, next: column + width + space, endColumn: column + width + hyphen,
        nextColumn: column + width + space, isHyphenated: hyphen == 1)
    }
  }

  private func lineEnds(
    _ opportunities: [Opportunity], measure: Int, price: Optimum.HyphenPrice = .none
  ) -> [Int] {
    var nodes: [Optimum.Node] = []
    return Optimum.lineEnds(opportunities, measure: measure, price: price, nodes: &nodes)
  }

  private func slack(
    _ ends: ArraySlice<Int>, _ all: [Opportunity], measure: Int,
    price: Optimum.HyphenPrice = .none
  ) -> Int? {
    var start = 0
    var total = 0
    var isBelow = false
    for (index, end) in ends.enumerated() {
      let free = measure - all[end].endColumn + start
      if free < 0 { return nil }
      if index < ends.count - 1 { total += free * free }
      start = all[end].nextColumn
      let isHyphenated = all[end].isHyphenated && index < ends.count - 1
      if isHyphenated {
        total += price.each + (isBelow ? price.below : 0)
        if index == ends.count - 2 { total += price.beforeLast }
      }
      isBelow = isHyphenated
    }
    return total
  }

  private func endsWithLoneShortWord(
    _ ends: ArraySlice<Int>, _ all: [Opportunity], measure: Int
  ) -> Bool {
    guard ends.count > 1, let last = ends.last, ends.dropLast().last == last - 1 else {
      return false
    }
    return all[last].endColumn - all[last - 1].nextColumn <= measure / 8
  }

  private func firstFit(_ all: [Opportunity], measure: Int) -> [Int] {
    var ends: [Int] = []
    var start = 0
    for index in all.indices.dropLast() where all[index + 1].endColumn - start > measure {
      ends.append(index)
      start = all[index].nextColumn
    }
    return ends + [all.count - 1]
  }

  /// Tries every way to break; the least slack of all, and of those without a lone short word.
  private func exhaustive(
    _ all: [Opportunity], measure: Int, price: Optimum.HyphenPrice = .none
  ) -> (best: Int, withoutLoneWord: Int?) {
    var best = Int.max
    var full: Int?
    for choice in 0..<1 << (all.count - 1) {
      let ends = all.indices.filter { $0 == all.count - 1 || choice >> $0 & 1 == 1 }[...]
      guard let cost = slack(ends, all, measure: measure, price: price) else { continue }
      best = min(best, cost)
      if !endsWithLoneShortWord(ends, all, measure: measure) { full = min(full ?? cost, cost) }
    }
    return (best, full)
  }

  @Test func noWayToBreakIsBetter() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for _ in 0..<400 {
      let measure = Int.random(in: 8...40, using: &random)
      let all = opportunities(
        Int.random(in: 1...11, using: &random), widest: min(8, measure), &random)
      let ends = lineEnds(all, measure: measure)[...]
      let note: Comment = "seed \(seed), measure \(measure): \(all)"
      let cost = try #require(slack(ends, all, measure: measure), note)
      let greedy = try #require(slack(firstFit(all, measure: measure)[...], all, measure: measure))
      let (best, full) = exhaustive(all, measure: measure)
      #expect(cost <= greedy, note)
      #expect(cost == best, note)
      if full == best {
        #expect(!endsWithLoneShortWord(ends, all, measure: measure), note)
      }
    }
  }

  @Test(arguments: [
    Optimum.HyphenPrice.usual, Optimum.HyphenPrice(each: 3, below: 10, beforeLast: 30),
  ])
  func noWayIsBetterWhereHyphensCost(price: Optimum.HyphenPrice) throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for _ in 0..<300 {
      let measure = Int.random(in: 8...40, using: &random)
      let all = opportunities(
        Int.random(in: 1...11, using: &random), widest: min(8, measure), &random)
      let ends = lineEnds(all, measure: measure, price: price)[...]
      let note: Comment = "seed \(seed), measure \(measure): \(all)"
      let cost = try #require(slack(ends, all, measure: measure, price: price), note)
      #expect(cost == exhaustive(all, measure: measure, price: price).best, note)
    }
  }

  @Test func longParagraphsAreNeverWorseThanFirstFit() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for measure in stride(from: 8, through: 200, by: 7) {
      let all = opportunities(500, widest: 8, &random)
      let ends = lineEnds(all, measure: measure)
      let note: Comment = "seed \(seed), measure \(measure)"
      let cost = try #require(slack(ends[...], all, measure: measure), note)
      let greedy = try #require(slack(firstFit(all, measure: measure)[...], all, measure: measure))
      #expect(cost <= greedy, note)
    }
  }

  @Test func nothingToBreak() {
    #expect(lineEnds([], measure: 10).isEmpty)
  }
}
