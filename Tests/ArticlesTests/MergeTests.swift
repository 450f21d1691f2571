import Articles
import Seeded
import Testing

extension Marks {
  /// Marks with few different stamps and values, so that ties are common.
  static func random(_ numbers: inout Seeded) -> Marks {
    var marks = Marks()
    func stamp() -> Timestamp { Timestamp.random(in: 0...3, using: &numbers) }
    if Bool.random(using: &numbers) {
      marks.fingerprint = ["a", "b"].randomElement(using: &numbers)
    }
    if Bool.random(using: &numbers) {
      marks.read = Register(Bool.random(using: &numbers), at: stamp())
    }
    if Bool.random(using: &numbers) {
      marks.starred = Register(Bool.random(using: &numbers), at: stamp())
    }
    if Bool.random(using: &numbers) {
      let offset = Int.random(in: 0...1, using: &numbers)
      let position = Position(offset: offset, quote: "q\(offset)", progress: Double(offset) / 2)
      marks.position = Register(position, at: stamp())
    }
    for tag in ["x", "y"] where Bool.random(using: &numbers) {
      marks.tags[tag] = Register(Bool.random(using: &numbers), at: stamp())
    }
    return marks
  }

  func joined(_ other: Marks) -> Marks {
    var marks = self
    marks.merge(other)
    return marks
  }
}

@Suite struct MergeTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func mergingIsAJoin(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<2_000 {
      let (a, b, c) = (Marks.random(&numbers), Marks.random(&numbers), Marks.random(&numbers))
      #expect(a.joined(b) == b.joined(a), "seed \(seed), round \(round)")
      #expect(a.joined(b).joined(c) == a.joined(b.joined(c)), "seed \(seed), round \(round)")
      #expect(a.joined(a) == a, "seed \(seed), round \(round)")
    }
  }

  @Test func theLaterMarkWinsAndUnreadWinsATie() {
    var earlier = Marks()
    earlier.read = Register(false, at: 5)
    var later = Marks()
    later.read = Register(true, at: 6)
    #expect(earlier.joined(later).read == later.read)
    later.read = Register(true, at: 5)
    #expect(earlier.joined(later).read?.value == false)
  }

  @Test func aChangeComesAfterEverythingSeen() {
    var marks = Marks()
    #expect(marks.stamp(now: 7) == 7)
    marks.starred = Register(true, at: 4_000_000_000_000)
    #expect(marks.stamp(now: 7) == 4_000_000_000_001)
  }

  @Test func openingAfterUnreadIsReading() {
    var marks = Marks()
    #expect(marks.state == .unread)
    marks.position = Register(Position(offset: 0, quote: "", progress: 0.25), at: 1)
    #expect(marks.state == .reading)
    #expect(marks.progress == 0.25)
    marks.read = Register(true, at: 2)
    #expect(marks.state == .read)
    marks.read = Register(false, at: 3)
    #expect(marks.state == .unread)
    marks.position?.at = 4
    #expect(marks.state == .reading)
  }
}
