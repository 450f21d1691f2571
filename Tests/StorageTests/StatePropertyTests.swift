import Articles
import Seeded
import Storage
import Testing

/// What holds of every state, tried with random ones.
@Suite struct StatePropertyTests {
  @Test(arguments: [1, 2, 3] as [UInt64]) func whatIsWrittenIsReadTheSame(seed: UInt64) throws {
    var numbers = Seeded(seed)
    for round in 0..<500 {
      let state = LibraryState.random(&numbers)
      let bytes = state.encoded()
      let again = try #require(LibraryState(bytes), "seed \(seed), round \(round)")
      #expect(again == state, "seed \(seed), round \(round)")
      #expect(again.encoded() == bytes, "seed \(seed), round \(round)")
      #expect(LibraryState.salvaged(bytes) == state, "seed \(seed), round \(round)")
    }
  }

  /// Else tools that sync the file would carry it back and forth for ever.
  @Test(arguments: [4, 5, 6] as [UInt64]) func replicasBecomeOneFile(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<500 {
      let (one, other) = (LibraryState.random(&numbers), LibraryState.random(&numbers))
      var (left, right) = (one, other)
      left.merge(other)
      right.merge(one)
      #expect(left.encoded() == right.encoded(), "seed \(seed), round \(round)")
      #expect(left.merge(right).isEmpty, "seed \(seed), round \(round)")
    }
  }

  /// Where two spellings of a text may stand.
  enum Place: CaseIterable {
    case quote, tag, fingerprint, member, memberOfPosition, memberOfFile

    func state(_ text: String) -> LibraryState {
      let path = ArticlePath("a.txt")
      let position = Position(offset: 7, quote: self == .quote ? text : "", progress: 0.5)
      var state = LibraryState()
      state.apply([
        MarkChange(
          path: path, mark: .position(position), at: 5,
          fingerprint: self == .fingerprint ? text : nil)
      ])
      let odd = UnknownMembers.Member(name: Array(text.utf8), json: Array("\"\(text)\"".utf8))
      switch self {
      case .quote, .fingerprint: break
      case .tag: state.articles[path]?.tags[text] = Register(true, at: 5)
      case .member: state.articles[path]?.unknown.insert(odd)
      case .memberOfPosition: state.articles[path]?.position?.value.unknown.insert(odd)
      case .memberOfFile: state.unknown.insert(odd)
      }
      return state
    }
  }

  /// Swift takes "é" in one scalar and in two for equal strings; files and sync tools do not.
  @Test(arguments: Place.allCases)
  func replicasThatDifferOnlyInNormalFormBecomeOneFile(place: Place) {
    let (composed, decomposed) = (place.state("\u{E9}"), place.state("e\u{301}"))
    #expect(composed != decomposed)
    #expect(composed.encoded() != decomposed.encoded())
    var (left, right) = (composed, decomposed)
    left.merge(decomposed)
    right.merge(composed)
    #expect(left.encoded() == right.encoded())
    #expect(LibraryState(left.encoded()) == right)
  }

  @Test(arguments: [7, 8] as [UInt64]) func aMergeTellsWhatItChanged(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<500 {
      let before = LibraryState.random(&numbers)
      var after = before
      let told = after.merge(.random(&numbers))
      let changed = after.articles.filter { before.articles[$0.key] != $0.value }
      #expect(told.filter { before.articles[$0.key] != $0.value } == changed, "round \(round)")
    }
  }

  @Test(arguments: [9] as [UInt64]) func linesAreSortedAndPrintable(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<500 {
      let state = LibraryState.random(&numbers)
      let bytes = state.encoded()
      let lines = bytes.split(separator: 0x0A)
      #expect(lines.count == 5 + state.articles.count, "seed \(seed), round \(round)")
      #expect(bytes.last == 0x0A)
      let controls = bytes.contains { ($0 < 0x20 && $0 != 0x0A) || $0 == 0x7F }
      #expect(!controls, "seed \(seed), round \(round)")
    }
  }

  /// Random bytes in random places: whatever comes out, nothing breaks and the program can go on.
  @Test(arguments: [10, 11] as [UInt64]) func damageIsSurvived(seed: UInt64) {
    var numbers = Seeded(seed)
    for round in 0..<1_000 {
      var bytes = LibraryState.random(&numbers).encoded()
      for _ in 0..<Int.random(in: 1...8, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        let length = Int.random(in: 0...min(4, bytes.count - place), using: &numbers)
        let new = (0..<Int.random(in: 0...4, using: &numbers)).map { _ in
          UInt8.random(in: 0...255, using: &numbers)
        }
        bytes.replaceSubrange(place..<(place + length), with: new)
      }
      let reading = StateReading(bytes)
      let state = reading?.state ?? .salvaged(bytes)
      let again = LibraryState(state.encoded())
      #expect(again?.encoded() == state.encoded(), "seed \(seed), round \(round)")
      let isAsWritten = reading?.isAsWritten ?? false
      #expect(!isAsWritten || state.encoded() == bytes, "seed \(seed), round \(round)")
    }
  }
}
