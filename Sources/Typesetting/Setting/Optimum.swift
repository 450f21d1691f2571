/// The best way to break a paragraph into lines: the least sum of squared slack over all of its
/// lines but the last, and if there are several such ways, none with a lone short last word.
enum Optimum {
  /// What a hyphen at the end of a line costs, in squared slack.
  struct HyphenPrice: Sendable {
    var each = 0
    /// Added for one below another.
    var below = 0
    /// Added on the line before the last one.
    var beforeLast = 0

    static let none = HyphenPrice()
    /// A hyphen has to save four columns of slack on a line, one below another twelve more.
    static let usual = HyphenPrice(each: 16, below: 144, beforeLast: 100_000)
  }

  /// The opportunities at which the lines end, the last one included.
  static func lineEnds(
    _ opportunities: [Opportunity], measure: Int, price: HyphenPrice = .none
  ) -> [Int] {
    guard let last = opportunities.last else { return [] }
    if last.endColumn <= measure { return [opportunities.count - 1] }
    return withUnsafeTemporaryAllocation(of: Node.self, capacity: opportunities.count + 1) {
      $0.initializeElement(
        at: 0, to: Node(endColumn: 0, nextColumn: 0, isHyphenated: false, cost: 0))
      for (index, opportunity) in opportunities.enumerated() {
        $0.initializeElement(
          at: index + 1,
          to: Node(
            endColumn: opportunity.endColumn, nextColumn: opportunity.nextColumn,
            isHyphenated: opportunity.isHyphenated))
      }
      var weighing = Weighing(nodes: $0, measure: measure, price: price)
      weighing.run()
      return weighing.lineEnds()
    }
  }
}

/// The text's start, or an opportunity.
private struct Node {
  var endColumn: Int
  var nextColumn: Int
  var isHyphenated: Bool
  /// The least sum of squared slack and the price of hyphens if a line ends here.
  var cost = Int.max
  /// Where the line before that one ends.
  var previous = 0
}

private struct Weighing {
  let nodes: UnsafeMutableBufferPointer<Node>
  let measure: Int
  let price: Optimum.HyphenPrice

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
      let isHyphenated = nodes[end].isHyphenated
      let (start, cost) = bestStart(
        in: first..<end, room: room, floor: nodes[cheapest].cost,
        below: isHyphenated ? price.below : 0)
      nodes[end].cost = cost + (isHyphenated ? price.each : 0)
      nodes[end].previous = start
      if nodes[end].cost <= nodes[cheapest].cost { cheapest = end }
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
  ///   - below: the price of a hyphen in the line before.
  private func bestStart(
    in window: Range<Int>, room: Int, floor: Int, below: Int
  ) -> (start: Int, cost: Int) {
    var best = window.lowerBound
    // Negative only for what lies between two opportunities and cannot be broken.
    let slack = max(0, room + nodes[best].nextColumn)
    var cost = nodes[best].cost + slack * slack + (nodes[best].isHyphenated ? below : 0)
    var start = window.lowerBound + 1
    while start < window.upperBound {
      let slack = room + nodes[start].nextColumn
      let square = slack &* slack
      if floor &+ square >= cost { break }
      let hyphens = nodes[start].isHyphenated ? below : 0
      let candidate = nodes[start].cost &+ square &+ hyphens
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
      let isBetter = costBeforeLast(start) < costBeforeLast(best)
      let isEqual = costBeforeLast(start) == costBeforeLast(best)
      if isBetter || (isEqual && isLoneShortWord(from: best)) { best = start }
    }
    return best
  }

  private func costBeforeLast(_ end: Int) -> Int {
    nodes[end].cost + (nodes[end].isHyphenated ? price.beforeLast : 0)
  }

  private func isLoneShortWord(from start: Int) -> Bool {
    start == last - 1 && fits(from: start, to: last, in: measure / 8)
  }
}
