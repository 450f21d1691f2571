import Articles

/// What is to be described, and who is at it.
package struct DescribingQueue: Sendable {
  package enum Task {
    /// For rows on the screen.
    case urgent([Article])
    case lookUp([Article])
    /// For the index.
    case read([Article])
    /// The index is to forget what the folder does not hold.
    case tidy
  }

  /// So many are done before it is asked what is more urgent.
  private static let batch = 1_024

  package var inventory = Inventory()
  package var urgent: [ArticlePath] = []
  /// Nothing is read before the first frame: it has the machine for itself.
  package var isHeld = true
  /// Until then, or until the folder is walked, of what is found only that is read which is on the
  /// screen: the walk has the machine for itself, which is over soon, but for a slow disk.
  private var holdsUntil = ContinuousClock.now
  private let patience: Duration
  /// The folder was walked, and all that it holds is known.
  private var isComplete = false
  /// The index is still to learn of articles, and that was said.
  package var isBehind = false
  /// Those of two workers that rest.
  private var resting: Set<Int> = [0, 1]
  /// One reads for the index or tidies it: the other core is left to what is more urgent.
  private var isReading = false

  /// - Parameter patience: how long a walk has the machine for itself.
  package init(patience: Duration = .milliseconds(400)) { self.patience = patience }

  /// Whether nothing is left to do, not even when the walk is over.
  package var isAtRest: Bool { resting.count == 2 && inventory.count(.found) == 0 }

  package mutating func beginWalk() {
    inventory.beginWalk()
    holdsUntil = .now + patience
  }

  /// - Parameter isComplete: all that was not found is gone.
  package mutating func endWalk(isComplete: Bool) {
    holdsUntil = .now
    guard isComplete else { return }
    inventory.endWalk()
    self.isComplete = true
  }

  private var hasUnknown: Bool { inventory.count(.found) > 0 && holdsUntil <= .now }

  /// Which workers are to begin.
  package mutating func wakeWorkers() -> [Int] {
    guard !isHeld else { return [] }
    let hasRest = !isReading && (inventory.count(.glimpsed) > 0 || isComplete)
    let needsBoth = !urgent.isEmpty || hasUnknown
    let woken = needsBoth ? resting.sorted() : hasRest && isAtRest ? [0] : []
    resting.subtract(woken)
    return woken
  }

  /// What a worker does next; nil where there is nothing, and it rests.
  package mutating func next(for worker: Int) -> Task? {
    if !urgent.isEmpty {
      defer { urgent = [] }
      return .urgent(inventory.take(urgent))
    }
    if hasUnknown { return .lookUp(take(.found)) }
    guard !isReading, inventory.count(.glimpsed) > 0 || isComplete else {
      resting.insert(worker)
      return nil
    }
    isReading = true
    if inventory.count(.glimpsed) > 0 { return .read(take(.glimpsed)) }
    isComplete = false
    return .tidy
  }

  package mutating func end(_ task: Task) {
    switch task {
    case .read, .tidy: isReading = false
    case .urgent, .lookUp: break
    }
  }

  private mutating func take(_ stage: Inventory.Stage) -> [Article] {
    inventory.take(stage, DescribingQueue.batch)
  }
}
