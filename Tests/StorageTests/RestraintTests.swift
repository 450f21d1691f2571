import Testing

@testable import Storage

/// How soon a folder is walked again in which much changes.
@Suite struct RestraintTests {
  private let start = ContinuousClock.now
  private let walk = Duration.milliseconds(500)

  /// The pauses before walks of half a second, in walks, where something is told all the time.
  private func pauses(_ restraint: inout Restraint, from start: inout ContinuousClock.Instant)
    -> [Int]
  {
    (0..<8).map { _ in
      restraint.walkBegins(at: start)
      start += walk
      restraint.walkEnds(at: start)
      let pause = restraint.wait(at: start) ?? .zero
      let isEarly = restraint.isFree(at: start + pause - .milliseconds(1))
      start += pause
      let isFree = restraint.isFree(at: start)
      #expect(!isEarly && isFree)
      return Int(pause / walk)
    }
  }

  @Test func theFirstWalkIsFree() {
    var restraint = Restraint()
    #expect(restraint.wait(at: start) == .zero)
    let isFree = restraint.isFree(at: start)
    #expect(isFree)
  }

  /// In the end, no more than a twentieth of the time goes to walks; after a rest, it begins anew.
  @Test func pausesGrowWhileMuchChanges() {
    var restraint = Restraint()
    var now = start
    #expect(pauses(&restraint, from: &now) == [1, 2, 4, 8, 16, 20, 20, 20])
    now += walk * 100
    #expect(pauses(&restraint, from: &now).prefix(3) == [1, 2, 4])
    now += walk * 50
    #expect(pauses(&restraint, from: &now).prefix(3) == [20, 20, 20])
  }

  @Test func nothingIsFreeDuringAWalk() {
    var restraint = Restraint()
    restraint.walkBegins(at: start)
    #expect(restraint.wait(at: start + .seconds(3_600)) == nil)
    let isFree = restraint.isFree(at: start + .seconds(3_600))
    #expect(!isFree)
  }

  /// Also where no walk can be made.
  @Test func whatIsFreeIsFreeOnce() {
    var restraint = Restraint()
    restraint.walkBegins(at: start)
    restraint.walkEnds(at: start + walk)
    let free = [2, 3, 4, 5].map { restraint.isFree(at: start + walk * $0) }
    #expect(free == [true, true, true, true])
    let again = restraint.isFree(at: start + walk * 5 + .milliseconds(499))
    #expect(!again)
  }
}
