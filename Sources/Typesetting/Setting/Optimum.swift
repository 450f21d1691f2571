/// The best way to break a paragraph into lines: the least sum of squared slack over all of its
/// lines but the last, and if there are several such ways, none with a lone short last word.
enum Optimum {
  /// The opportunities at which the lines end, the last one included.
  static func lineEnds(_ opportunities: [Opportunity], measure: Int) -> [Int] {
    guard let last = opportunities.last else { return [] }
    if last.endColumn <= measure { return [opportunities.count - 1] }
    return withUnsafeTemporaryAllocation(of: Node.self, capacity: opportunities.count + 1) {
      $0.initializeElement(at: 0, to: Node(endColumn: 0, nextColumn: 0, cost: 0))
      for (index, opportunity) in opportunities.enumerated() {
        $0.initializeElement(
          at: index + 1,
          to: Node(endColumn: opportunity.endColumn, nextColumn: opportunity.nextColumn))
      }
      var weighing = Weighing(nodes: $0, measure: measure)
      weighing.run()
      return weighing.lineEnds()
    }
  }
}

/// The text's start, or an opportunity.
private struct Node {
  var endColumn: Int
  var nextColumn: Int
  /// The least sum of squared slack if a line ends here.
  var cost = Int.max
  /// Where the line before that one ends.
  var previous = 0
}

private struct Weighing {
  let nodes: UnsafeMutableBufferPointer<Node>
  let measure: Int

  private var last: Int { nodes.count - 1 }

  mutating func run() {
    for end in 1..<last {
      let room = measure - nodes[end].endColumn
      // What lies between two opportunities is never too wide, unless it cannot be broken.
      var start = end - 1
      var cost = cost(from: start, to: end)
      var best = start
      while start > 0 {
        start -= 1
        let slack = room + nodes[start].nextColumn
        if slack < 0 { break }
        let candidate = nodes[start].cost + slack * slack
        if candidate < cost {
          cost = candidate
          best = start
        }
      }
      nodes[end].cost = cost
      nodes[end].previous = best
    }
  }

  /// Indices of opportunities, in order.
  func lineEnds() -> [Int] {
    var ends = [last - 1]
    var end = startOfLastLine()
    while end > 0 {
      ends.append(end - 1)
      end = nodes[end].previous
    }
    return ends.reversed()
  }

  private func fits(from start: Int, to end: Int, in columns: Int) -> Bool {
    nodes[end].endColumn - nodes[start].nextColumn <= columns
  }

  private func cost(from start: Int, to end: Int) -> Int {
    let slack = max(0, measure - nodes[end].endColumn + nodes[start].nextColumn)
    return nodes[start].cost + slack * slack
  }
}

// MARK: - The last line

extension Weighing {
  /// Where the line before the last one ends: of the best places one that leaves more for the last
  /// line than a lone short word, if there is one.
  private func startOfLastLine() -> Int {
    var best = last - 1
    var start = best
    while start > 0 {
      start -= 1
      guard fits(from: start, to: last, in: measure) else { break }
      let isBetter = nodes[start].cost < nodes[best].cost
      let isEqual = nodes[start].cost == nodes[best].cost
      if isBetter || (isEqual && isLoneShortWord(from: best)) { best = start }
    }
    return best
  }

  private func isLoneShortWord(from start: Int) -> Bool {
    start == last - 1 && fits(from: start, to: last, in: measure / 8)
  }
}
