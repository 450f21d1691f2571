import Screen
import Testing

/// What holds for any input.
@Suite struct SanitiserPropertyTests {
  private static let seed: UInt64 = 20_190_606
  private static let runs = 50_000

  @Test(arguments: Surface.all) func outputIsSafeStableAndShort(_ surface: Surface) async {
    var texts = RandomText(seed: Self.seed)
    for run in 0..<Self.runs {
      if run % 1_000 == 0 { await Task.yield() }
      let input = texts.next()
      let once = Sanitiser.sanitise(input, surface: surface)
      let again = Sanitiser.sanitise(once.text.string.utf8, surface: surface)
      let isStable =
        Array(again.text.string.utf8) == Array(once.text.string.utf8) && again.hidden == 0
      let isShort = once.text.string.utf8.count <= 16 * input.count
      let objection = Oracle.objection(to: once.text, marks: surface.marks)
      if isStable, isShort, objection == nil { continue }
      Issue.record("seed \(Self.seed), run \(run): \(input) \(objection ?? "")")
      return
    }
  }

  /// Text cut anywhere, also inside a sequence or a scalar, is safe on both sides of the cut.
  @Test func outputIsSafeWhereverTheInputIsCut() {
    var texts = RandomText(seed: Self.seed + 1)
    for run in 0..<2_000 {
      let input = texts.next()
      for cut in input.indices {
        for piece in [input[..<cut], input[cut...]] {
          let text = Sanitiser.sanitise(piece, surface: .body).text
          if Oracle.objection(to: text, marks: 4) == nil { continue }
          Issue.record("seed \(Self.seed + 1), run \(run): \(input) cut at \(cut)")
          return
        }
      }
    }
  }

  /// The same bytes give the same text, whichever collection holds them.
  @Test func collectionsAreTreatedAlike() {
    var texts = RandomText(seed: Self.seed + 2)
    for _ in 0..<2_000 {
      let input = texts.next()
      let array = Sanitiser.sanitise(input, surface: .body).text
      let slice = Sanitiser.sanitise(([0x1B] + input)[1...], surface: .body).text
      let lazy = Sanitiser.sanitise(input.lazy.map { $0 }, surface: .body).text
      #expect(slice == array && lazy == array)
    }
  }

  /// Offsets go both ways: they never run backwards, meet at the ends, and find the same letter.
  @Test(arguments: Surface.all) func offsetsLeadToTheSamePlace(_ surface: Surface) async {
    var texts = RandomText(seed: Self.seed + 3)
    for run in 0..<Self.runs {
      if run % 1_000 == 0 { await Task.yield() }
      let input = texts.next()
      let result = Sanitiser.sanitise(input, surface: surface)
      let text = Array(result.text.string.utf8)
      let there = (0...input.count).map(result.safeOffset)
      let back = (0...text.count).map(result.sourceOffset)
      let isOrdered =
        zip(there, there.dropFirst()).allSatisfy { $0 <= $1 }
        && zip(back, back.dropFirst()).allSatisfy { $0 <= $1 }
      let meets = there.last == text.count && back.last == input.count && there.first == 0
      let finds = input.indices.allSatisfy { offset in
        input[offset] != letter || text[there[offset]] == letter && back[there[offset]] == offset
      }
      if isOrdered, meets, finds { continue }
      Issue.record("seed \(Self.seed + 3), run \(run): \(input)")
      return
    }
  }

  /// Markers are whole clusters, in order, and spans cut along them lose nothing.
  @Test func markersCanBeStyledApart() async {
    var texts = RandomText(seed: Self.seed + 4)
    for run in 0..<Self.runs {
      if run % 1_000 == 0 { await Task.yield() }
      let result = Sanitiser.sanitise(texts.next(), surface: .body)
      let count = result.text.string.utf8.count
      let bounds = [texts.number(in: 0...count), texts.number(in: 0...count)].sorted()
      let all = spans(of: result, 0..<count)
      let some = spans(of: result, bounds[0]..<bounds[1])
      let codes = all.filter { $0.style == .dim }.map { Array($0.text.string.utf8) }
      let bytes = Array(result.text.string.utf8)
      let isWhole =
        Line(all).text == result.text && codes == result.markers.map { Array(bytes[$0]) }
      let isSlice = Line(some).text == result.text.slice(utf8: bounds[0]..<bounds[1])
      if isWhole, isSlice, all.allSatisfy({ !$0.text.isEmpty }) { continue }
      Issue.record("seed \(Self.seed + 4), run \(run): \(result)")
      return
    }
  }

  private func spans(of result: Sanitised, _ range: Range<Int>) -> [Span] {
    result.spans(utf8: range, style: .plain, markerStyle: .dim)
  }

  /// Work that grew with the square of the length would take minutes here.
  @Test(
    arguments: [
      ("\u{301}", 2, "◌\u{301}\u{301}\u{301}\u{301}+1048572"), ("\u{80}", 2, nil),
      ("\u{1B}", 1, nil),
      ("\u{200D}", 3, ""), ("👩\u{200D}", 7, nil), ("\u{E0041}", 4, "<TAG×1048576>"), ("\t", 1, nil),
      ("\u{2060}\u{301}", 5, "◌\u{301}\u{301}\u{301}\u{301}+1048572"), ("a\u{301}", 3, nil),
    ] as [(String, Int, String?)])
  func aMillionOfOneThingTakesLinearTime(_ piece: String, _ length: Int, _ expected: String?) {
    let count = 1 << 20
    let input = Array(String(repeating: piece, count: count).utf8)
    let result = Sanitiser.sanitise(input, surface: .body)
    #expect(input.count == count * length)
    #expect(Oracle.objection(to: result.text, marks: 4) == nil)
    if let expected { #expect(result.text.string == expected) }
    #expect(result.sourceOffset(of: result.text.string.utf8.count) == input.count)
  }
}

private let letter = UInt8(ascii: "q")
