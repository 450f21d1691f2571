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
  /// - Parameter nodes: memory that may be used again for the next paragraph.
  static func lineEnds(
    _ opportunities: [Opportunity], measure: Int, price: HyphenPrice = .none,
    nodes: inout [Node]
  ) -> [Int] {
    guard let last = opportunities.last else { return [] }
    if last.endColumn <= measure { return [opportunities.count - 1] }
    nodes.removeAll(keepingCapacity: true)
    nodes.append(Node(endColumn: 0, nextColumn: 0, cost: 0))
    for opportunity in opportunities { nodes.append(Node(opportunity)) }
    return nodes.withUnsafeMutableBufferPointer {
      var weighing = Weighing(nodes: $0, measure: measure, price: price)
      weighing.run()
      return weighing.lineEnds()
    }
  }

  /// The text's start, or an opportunity; small, since there is one for every word.
  struct Node: Sendable {
    var endColumn: Int32
    var nextColumn: Int32
    /// Where the line before the one that ends here ends.
    var previous: Int32 = 0
    var isHyphenated = false
    /// The least sum of squared slack and the price of hyphens if a line ends here.
    var cost = Int.max
  }
}

extension Optimum.Node {
  /// No stretch is so long that its columns are more than 32 bits hold.
  fileprivate init(_ opportunity: Opportunity) {
    endColumn = Int32(truncatingIfNeeded: opportunity.endColumn)
    nextColumn = Int32(truncatingIfNeeded: opportunity.nextColumn)
    isHyphenated = opportunity.isHyphenated
  }

  fileprivate var end: Int { Int(endColumn) }
  fileprivate var next: Int { Int(nextColumn) }
}

/// A node of a window of which none is cheaper.
private struct Cheapest {
  private var node = 0
  private var cost = 0

  /// The least cost in a window that begins no earlier than the last one and ends a node later.
  mutating func cost(
    in window: Range<Int>, of nodes: UnsafeMutableBufferPointer<Optimum.Node>
  ) -> Int {
    let isGone = node < window.lowerBound
    if isGone { cost = Int.max }
    for next in (isGone ? window.lowerBound : window.upperBound &- 1)..<window.upperBound
    where nodes[next].cost <= cost {
      node = next
      cost = nodes[next].cost
    }
    return cost
  }
}

private struct Weighing {
  let nodes: UnsafeMutableBufferPointer<Optimum.Node>
  let measure: Int
  let price: Optimum.HyphenPrice

  private var last: Int { nodes.count - 1 }

  /// Looks back from each end over the lines that fit, the fullest first, and only as far as the
  /// slack of the line alone leaves a chance. Since squares are convex, the best line to a later end
  /// never begins before the best one to an earlier end, unless the price of a hyphen depends on the
  /// line before.
  mutating func run() {
    var first = 0
    var earliest = 0
    var cheapest = Cheapest()
    for end in 1..<last {
      let room = measure &- nodes[end].end
      while first < end &- 1, room &+ nodes[first].next < 0 { first &+= 1 }
      earliest = max(first, earliest)
      let isHyphenated = nodes[end].isHyphenated
      let floor = cheapest.cost(in: earliest..<end, of: nodes)
      // What most ends need is written out, so that it does not look for hyphens.
      let (start, cost) =
        isHyphenated
        ? bestStart(in: earliest..<end, room: room, floor: floor, below: price.below)
        : bestStart(in: earliest..<end, room: room, floor: floor, below: 0)
      nodes[end].cost = cost &+ (isHyphenated ? price.each : 0)
      nodes[end].previous = Int32(truncatingIfNeeded: start)
      if price.below == 0 { earliest = start }
    }
  }

  /// - Parameters:
  ///   - room: the measure without the columns up to the end of the line.
  ///   - floor: the least cost in the window.
  ///   - below: the price of a hyphen in the line before.
  @inline(__always)
  private func bestStart(
    in window: Range<Int>, room: Int, floor: Int, below: Int
  ) -> (start: Int, cost: Int) {
    var best = window.lowerBound
    // Negative only for what lies between two opportunities and cannot be broken.
    let slack = max(0, room &+ nodes[best].next)
    var cost = nodes[best].cost &+ slack &* slack &+ (nodes[best].isHyphenated ? below : 0)
    var start = window.lowerBound &+ 1
    while start < window.upperBound {
      let slack = room &+ nodes[start].next
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
    nodes[last].previous = Int32(truncatingIfNeeded: startOfLastLine())
    var count = 0
    var end = last
    while end > 0 {
      count += 1
      end = Int(nodes[end].previous)
    }
    return [Int](unsafeUninitializedCapacity: count) { ends, initialized in
      initialized = count
      var end = last
      for line in (0..<count).reversed() {
        ends.initializeElement(at: line, to: end - 1)
        end = Int(nodes[end].previous)
      }
    }
  }

  private func fits(from start: Int, to end: Int, in columns: Int) -> Bool {
    nodes[end].end - nodes[start].next <= columns
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
