import Articles
import Storage
import Testing

/// What is read before what.
@Suite struct DescribingQueueTests {
  private let paths = ["a", "b", "c"].map { ArticlePath($0) }

  /// A queue that knows of articles while the folder is walked.
  private func walking(patience: Duration) -> DescribingQueue {
    var queue = DescribingQueue(patience: patience)
    queue.isHeld = false
    queue.beginWalk()
    queue.inventory.note(paths.map { Article(path: $0, bytes: 0, modified: 0, version: 1) })
    return queue
  }

  /// The paths of what is looked up next; nil where something else is done, or nothing.
  private func lookedUp(_ queue: inout DescribingQueue) -> [ArticlePath]? {
    guard case .lookUp(let articles) = queue.next(for: 0) else { return nil }
    return articles.map(\.path)
  }

  @Test(arguments: [false, true]) func aWalkHasTheMachineForItself(isComplete: Bool) {
    var queue = walking(patience: .seconds(3_600))
    #expect(queue.wakeWorkers() == [])
    #expect(lookedUp(&queue) == nil && !queue.isAtRest, "it is read when the walk is over")
    queue.endWalk(isComplete: isComplete)
    #expect(queue.wakeWorkers() == [0, 1])
    #expect(lookedUp(&queue) == paths)
  }

  @Test func aSlowWalkHoldsNothingUp() {
    var queue = walking(patience: .zero)
    #expect(queue.wakeWorkers() == [0, 1])
    #expect(lookedUp(&queue) == paths)
  }

  @Test func whatIsOnTheScreenIsReadAtOnce() {
    var queue = walking(patience: .seconds(3_600))
    queue.urgent = [paths[1]]
    #expect(queue.wakeWorkers() == [0, 1])
    guard case .urgent(let articles) = queue.next(for: 0) else {
      Issue.record("it comes first")
      return
    }
    #expect(articles.map(\.path) == [paths[1]])
    #expect(queue.next(for: 0) == nil, "the others wait")
  }

  /// Only what was listed whole tells what is gone.
  @Test(arguments: [false, true]) func theIndexIsTidiedAfterACompleteWalk(isComplete: Bool) {
    var queue = DescribingQueue()
    queue.isHeld = false
    queue.beginWalk()
    queue.endWalk(isComplete: isComplete)
    #expect(queue.wakeWorkers() == (isComplete ? [0] : []))
    let task = queue.next(for: 0)
    if case .tidy = task { #expect(isComplete) } else { #expect(!isComplete && task == nil) }
  }
}
