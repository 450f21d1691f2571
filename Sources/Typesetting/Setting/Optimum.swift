/// The best way to break a paragraph into lines: the least sum of squared slack over all of its
/// lines but the last.
struct Optimum {
  private let opportunities: [Opportunity]
  private let measure: Int
  /// The least cost of lines that end at each opportunity, and the opportunity before its last one.
  private var costs: [Int]
  private var previous: [Int]

  /// The opportunities at which the lines end, the last one included.
  static func lineEnds(_ opportunities: [Opportunity], measure: Int) -> [Int] {
    guard let last = opportunities.indices.last else { return [] }
    if opportunities[last].endColumn <= measure { return [last] }
    var optimum = Optimum(opportunities, measure: measure)
    optimum.weigh()
    return optimum.lineEnds()
  }

  private init(_ opportunities: [Opportunity], measure: Int) {
    self.opportunities = opportunities
    self.measure = measure
    costs = [Int](repeating: .max, count: opportunities.count)
    previous = [Int](repeating: -1, count: opportunities.count)
  }

  private mutating func weigh() {
    for end in 0..<opportunities.count - 1 {
      let endColumn = opportunities[end].endColumn
      var start = end - 1
      while true {
        let slack = measure - endColumn + column(after: start)
        if slack < 0, start < end - 1 { break }
        let cost = cost(upTo: start) + (slack > 0 ? slack * slack : 0)
        if cost < costs[end] {
          costs[end] = cost
          previous[end] = start
        }
        if start < 0 || slack < 0 { break }
        start -= 1
      }
    }
  }

  private func lineEnds() -> [Int] {
    var ends = [opportunities.count - 1]
    var end = startOfLastLine()
    while end >= 0 {
      ends.append(end)
      end = previous[end]
    }
    return ends.reversed()
  }

  private func column(after opportunity: Int) -> Int {
    opportunity < 0 ? 0 : opportunities[opportunity].nextColumn
  }

  private func cost(upTo opportunity: Int) -> Int {
    opportunity < 0 ? 0 : costs[opportunity]
  }
}

// MARK: - The last line

extension Optimum {
  /// The opportunity before the last line: the best one that leaves no lone short word, unless
  /// that is worse than filling line after line.
  private func startOfLastLine() -> Int {
    let last = opportunities.count - 1
    var best = last - 1
    var bestFull: Int?
    var start = last - 1
    while fits(from: start, to: last) {
      if cost(upTo: start) < cost(upTo: best) { best = start }
      if !isLoneShortWord(from: start), cost(upTo: start) < bestFull.map(cost(upTo:)) ?? .max {
        bestFull = start
      }
      if start < 0 { break }
      start -= 1
    }
    guard isLoneShortWord(from: best), let bestFull, cost(upTo: bestFull) <= firstFitCost() else {
      return best
    }
    return bestFull
  }

  private func fits(from start: Int, to end: Int) -> Bool {
    opportunities[end].endColumn - column(after: start) <= measure
  }

  private func isLoneShortWord(from start: Int) -> Bool {
    let last = opportunities.count - 1
    let columns = opportunities[last].endColumn - column(after: start)
    return start == last - 1 && columns <= measure / 8
  }

  private func firstFitCost() -> Int {
    var cost = 0
    var start = -1
    for end in opportunities.indices.dropLast() where !fits(from: start, to: end + 1) {
      let slack = max(0, measure - opportunities[end].endColumn + column(after: start))
      cost += slack * slack
      start = end
    }
    return cost
  }
}
