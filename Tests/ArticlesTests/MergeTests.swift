import Articles
import Seeded
import Testing

extension Marks {
  /// Marks with few different stamps and values, so that ties are common.
  static func random(_ numbers: inout Seeded) -> Marks {
    var marks = Marks()
    func stamp() -> Timestamp { Timestamp.random(in: 0...3, using: &numbers) }
    func spelling() -> String { Bool.random(using: &numbers) ? "\u{E9}" : "e\u{301}" }
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
      let position = Position(offset: offset, quote: spelling(), progress: Double(offset) / 2)
      marks.position = Register(position, at: stamp())
    }
    for tag in ["x", spelling()] where Bool.random(using: &numbers) {
      marks.tags[tag] = Register(Bool.random(using: &numbers), at: stamp())
      marks.tags[tag]?.unknown = .random(&numbers)
    }
    marks.read?.unknown = .random(&numbers)
    marks.position?.unknown = .random(&numbers)
    marks.position?.value.unknown = .random(&numbers)
    marks.unknown = .random(&numbers)
    marks.unknownTags = .random(&numbers)
    return marks
  }

  func joined(_ other: Marks) -> Marks {
    var marks = self
    marks.merge(other)
    return marks
  }
}

extension UnknownMembers {
  /// Mostly none; else few names and values, so that they meet.
  static func random(_ numbers: inout Seeded) -> UnknownMembers {
    var members = UnknownMembers()
    for name in ["m", "n"] where Int.random(in: 0..<4, using: &numbers) == 0 {
      let json = Bool.random(using: &numbers) ? "1" : "[2]"
      members.insert(Member(name: Array(name.utf8), json: Array(json.utf8)))
    }
    return members
  }
}

@Suite struct MergeTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func mergingIsAJoin(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<2_000 {
      let (a, b, c) = (Marks.random(&numbers), Marks.random(&numbers), Marks.random(&numbers))
      let isJoin =
        a.joined(b) == b.joined(a) && a.joined(b).joined(c) == a.joined(b.joined(c))
        && a.joined(a) == a
      // Asked once a round: an expectation costs far more than a merge.
      #expect(isJoin, "seed \(seed), round \(round)")
    }
  }

  /// Several replicas absorb each other in a random order, some of them repeatedly.
  @Test(arguments: [4, 5] as [UInt64]) func replicasConverge(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<200 {
      var replicas = (0..<5).map { _ in Marks.random(&numbers) }
      let everything = replicas.reduce(Marks()) { $0.joined($1) }
      for _ in 0..<3 {
        for target in replicas.indices.shuffled(using: &numbers) {
          for source in replicas.indices.shuffled(using: &numbers) {
            replicas[target].merge(replicas[source])
          }
        }
      }
      #expect(replicas.allSatisfy { $0 == everything }, "seed \(seed), round \(round)")
    }
  }

  @Test(arguments: [true, false]) func theLaterMarkWins(value: Bool) {
    var earlier = Marks()
    earlier.read = Register(!value, at: 5)
    earlier.starred = Register(!value, at: 5)
    earlier.tags["x"] = Register(!value, at: 5)
    var later = Marks()
    later.read = Register(value, at: 6)
    later.starred = Register(value, at: 6)
    later.tags["x"] = Register(value, at: 6)
    #expect(earlier.joined(later) == later)
    #expect(later.joined(earlier) == later)
  }

  @Test func ofTwoMarksOfOneTimeTheCheaperErrorWins() {
    func marks(_ value: Bool, progress: Double) -> Marks {
      var marks = Marks()
      marks.read = Register(value, at: 5)
      marks.starred = Register(value, at: 5)
      marks.tags["x"] = Register(value, at: 5)
      marks.position = Register(Position(offset: 1, quote: "", progress: progress), at: 5)
      return marks
    }
    for joined in [
      marks(true, progress: 0.5).joined(marks(false, progress: 0.25)),
      marks(false, progress: 0.25).joined(marks(true, progress: 0.5)),
    ] {
      #expect(joined.read?.value == false)
      #expect(joined.isStarred)
      #expect(joined.tags["x"]?.value == true)
      #expect(joined.position?.value.progress == 0.25)
    }
  }

  @Test func registersMergeOneByOne() {
    var one = Marks()
    one.read = Register(true, at: 9)
    one.starred = Register(false, at: 1)
    var other = Marks()
    other.read = Register(false, at: 1)
    other.starred = Register(true, at: 9)
    let joined = one.joined(other)
    #expect(joined.read == one.read)
    #expect(joined.starred == other.starred)
  }

  @Test func theFingerprintIsThatOfTheLatestMark() {
    var old = Marks()
    old.fingerprint = "ff"
    old.read = Register(true, at: 1)
    var new = Marks()
    new.fingerprint = "aa"
    new.starred = Register(true, at: 2)
    #expect(old.joined(new).fingerprint == "aa")
    #expect(new.joined(old).fingerprint == "aa")
  }

  @Test func aChangeComesAfterEverythingSeen() {
    var marks = Marks()
    #expect(marks.stamp(now: 7) == 7)
    marks.starred = Register(true, at: 4_000_000_000_000)
    #expect(marks.stamp(now: 7) == 4_000_000_000_001)
  }

  @Test(arguments: [true, false]) func aChangeIsNeverMuted(value: Bool) {
    var marks = Marks()
    marks.read = Register(!value, at: 4_102_444_800_000)
    let path = ArticlePath("a.txt")
    marks.apply(MarkChange(path: path, mark: .read(value), at: marks.stamp(now: 1)))
    #expect(marks.read?.value == value)
  }

  @Test func stampsStayWithinTheirRange() {
    #expect(Marks().stamp(now: -1) == 0)
    #expect(Marks().stamp(now: .max) == Marks.stamps.upperBound)
    var marks = Marks()
    marks.read = Register(true, at: Marks.stamps.upperBound)
    #expect(marks.stamp(now: 7) == Marks.stamps.upperBound)
  }

  /// Read or not and when, opened when, and what that makes of the article.
  @Test(
    arguments: [
      (nil, nil, .unread), (nil, 1, .reading), ((false, 1), nil, .unread),
      ((true, 1), nil, .read), ((true, 1), 0, .read), ((true, 1), 2, .read),
      ((false, 2), 1, .unread), ((false, 2), 2, .unread), ((false, 2), 3, .reading),
    ] as [((Bool, Timestamp)?, Timestamp?, ReadState)])
  func theStateFollowsFromTheMarks(
    read: (Bool, Timestamp)?, opened: Timestamp?, state: ReadState
  ) {
    var marks = Marks()
    marks.read = read.map { Register($0.0, at: $0.1) }
    marks.position = opened.map {
      Register(Position(offset: 0, quote: "", progress: 0.25), at: $0)
    }
    #expect(marks.state == state)
    #expect(marks.progress == [.unread: 0, .reading: 0.25, .read: 1][state])
  }
}
