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

  /// Looks back from each end over the lines that fit, the fullest first, and only as far as the
  /// slack of the line alone leaves a chance.
  mutating func run() {
    var first = 0
    var cheapest = 0
    for end in 1..<last {
      let room = measure - nodes[end].endColumn
      while first < end - 1, room + nodes[first].nextColumn < 0 { first += 1 }
      if cheapest < first { cheapest = cheapestNode(in: first..<end) }
      let (start, cost) = bestStart(in: first..<end, room: room, floor: nodes[cheapest].cost)
      nodes[end].cost = cost
      nodes[end].previous = start
      if cost <= nodes[cheapest].cost { cheapest = end }
    }
  }

  private func cheapestNode(in window: Range<Int>) -> Int {
    var cheapest = window.lowerBound
    for node in window where nodes[node].cost < nodes[cheapest].cost { cheapest = node }
    return cheapest
  }

  /// - Parameters:
  ///   - room: the measure without the columns up to the end of the line.
  ///   - floor: the least cost in the window.
  private func bestStart(
    in window: Range<Int>, room: Int, floor: Int
  ) -> (start: Int, cost: Int) {
    var best = window.lowerBound
    // Negative only for what lies between two opportunities and cannot be broken.
    let slack = max(0, room + nodes[best].nextColumn)
    var cost = nodes[best].cost + slack * slack
    var start = window.lowerBound + 1
    while start < window.upperBound {
      let slack = room + nodes[start].nextColumn
      let square = slack &* slack
      if floor &+ square >= cost { break }
      let candidate = nodes[start].cost &+ square
      if candidate < cost {
        cost = candidate
        best = start
      }
      start &+= 1
    }
    return (best, cost)
  }

  /// Indices of opportunities, in order.
  mutating func lineEnds() -> [Int] {
    nodes[last].previous = startOfLastLine()
    var count = 0
    var end = last
    while end > 0 {
      count += 1
      end = nodes[end].previous
    }
    return [Int](unsafeUninitializedCapacity: count) { ends, initialized in
      initialized = count
      var end = last
      for line in (0..<count).reversed() {
        ends.initializeElement(at: line, to: end - 1)
        end = nodes[end].previous
      }
    }
  }

  private func fits(from start: Int, to end: Int, in columns: Int) -> Bool {
    nodes[end].endColumn - nodes[start].nextColumn <= columns
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
