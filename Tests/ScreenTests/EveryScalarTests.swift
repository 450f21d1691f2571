import Screen
import Testing

/// Every scalar there is, in each place where its treatment could differ.
///
/// Long tests yield now and then, so that tests that wait for tasks of their own are not held up.
@Suite struct EveryScalarTests {
  @Test(arguments: Surface.all) func isDrawnAsThePolicySays(_ surface: Surface) async {
    var failures: [String] = []
    for scalar in Oracle.allScalars where scalar != "\t" {
      if scalar.value & 0xFFF == 0 { await Task.yield() }
      let sample = Sample(scalar)
      let result = Sanitiser.sanitise(sample.input, surface: surface)
      let isRight = Array(result.text.string.utf8) == sample.expected
      let objection = Oracle.objection(to: result.text, marks: surface.marks)
      if isRight, objection == nil, result.hidden == sample.hidden { continue }
      failures.append("U+\(String(scalar.value, radix: 16)): \(objection ?? result.text.string)")
      if failures.count > 20 { break }
    }
    #expect(Oracle.allScalars.count == 1_112_064)
    #expect(failures == [])
  }
}

/// A scalar at the start, after a base, after a joiner, after a space, and after a wide character
/// at the end: what goes in and what must come out.
private struct Sample {
  let input: [UInt8]
  let expected: [UInt8]
  let hidden: Int

  init(_ scalar: Unicode.Scalar) {
    let bytes = Array(String(scalar).utf8)
    let kind = Oracle.kind(of: scalar)
    let joined = Self.output(of: scalar, bytes, kind)
    let alone = kind == .mark ? Array("\u{25CC}".utf8) + bytes : joined
    input = bytes + Self.a + bytes + Self.joiner + bytes + Self.space + bytes + Self.wide + bytes
    expected = alone + Self.a + joined + Self.b + joined + Self.space + alone + Self.wide + joined
    hidden = kind == .hidden ? 5 : 0
  }

  private static let a = Array("a".utf8)
  private static let b = Array("b".utf8)
  private static let joiner = Array("b\u{200D}".utf8)
  private static let space = Array("c ".utf8)
  private static let wide = Array("世".utf8)

  private static func output(
    of scalar: Unicode.Scalar, _ bytes: [UInt8], _ kind: Oracle.Kind
  ) -> [UInt8] {
    switch kind {
    case .base, .mark: bytes
    case .hidden, .dropped, .tab: []
    case .tag: Array("<TAG×1>".utf8)
    case .code: Array(code(scalar).utf8)
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let named: [UInt32: String] = [
      0x0A: "␊", 0x0C: "␌", 0x0D: "␍", 0x7F: "^?",
      0x202A: "<LRE>", 0x202B: "<RLE>", 0x202C: "<PDF>", 0x202D: "<LRO>", 0x202E: "<RLO>",
    ]
    if scalar.value < 0x3000, let code = named[scalar.value] { return code }
    if scalar.value < 0x20 { return "^\(Unicode.Scalar(UInt8(scalar.value) + 0x40))" }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    let least = scalar.value < 0x100 ? 2 : 4
    return "<" + String(repeating: "0", count: max(0, least - digits.count)) + digits + ">"
  }
}
