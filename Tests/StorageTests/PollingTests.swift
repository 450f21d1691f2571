import Testing

@testable import Storage

/// How often a folder is walked of which not all changes are told.
@Suite struct PollingTests {
  private let start = ContinuousClock.now

  /// The seconds between the ends of walks of this length, each of which sees one of these.
  private func pauses(walks: Duration, seeing digests: [UInt64?]) -> [Int] {
    var polling = Polling(pauses: .seconds(2) ... .seconds(30), now: start)
    var now = start
    return digests.map { digest in
      polling.walkBegins(at: now)
      now += walks
      polling.walkEnds(at: now, seeing: digest)
      let pause = polling.wait(at: now)
      let isEarly = polling.isDue(at: now + pause - .milliseconds(1))
      now += pause
      let isDue = polling.isDue(at: now)
      #expect(!isEarly && isDue)
      return Int(pause / .seconds(1))
    }
  }

  @Test func pausesGrowWhileNothingChanges() {
    #expect(pauses(walks: .zero, seeing: [1, 1, 1, 1, 1, 1, 1]) == [2, 4, 8, 16, 30, 30, 30])
    #expect(pauses(walks: .zero, seeing: [1, 1, 1, 2, 2, 1]) == [2, 4, 8, 2, 4, 2])
    #expect(pauses(walks: .zero, seeing: [nil, nil, nil]) == [2, 4, 8], "it cannot be listed")
  }

  /// At most a twentieth of the time goes to walks, however long they are.
  @Test func longWalksAreRare() {
    #expect(pauses(walks: .seconds(1), seeing: [1, 2, 3]) == [20, 20, 20])
    #expect(pauses(walks: .seconds(60), seeing: [1, 1]) == [1_200, 1_200])
  }

  @Test func nothingIsDueDuringAWalk() {
    var polling = Polling(pauses: .seconds(2) ... .seconds(30), now: start)
    polling.walkBegins(at: start)
    let isDue = polling.isDue(at: start + .seconds(3_600))
    #expect(!isDue)
    #expect(polling.wait(at: start + .seconds(3_600)) > .zero)
  }

  /// Where no walk can be made, the next one is due later all the same.
  @Test func whatIsDueIsDueOnce() {
    var polling = Polling(pauses: .seconds(2) ... .seconds(30), now: start)
    let due = [2, 3, 5, 6, 7].map { polling.isDue(at: start + .seconds($0)) }
    #expect(due == [true, false, false, true, false])
  }
}
