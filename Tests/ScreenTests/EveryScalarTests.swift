import Screen
import Testing

/// Every scalar there is, in each place where its treatment could differ.
@Suite struct EveryScalarTests {
  @Test(arguments: Surface.all) func isDrawnAsThePolicySays(_ surface: Surface) {
    var failures: [String] = []
    for scalar in Oracle.allScalars where scalar != "\t" {
      let sample = Sample(scalar)
      let result = Sanitiser.sanitise(sample.input, surface: surface)
      let isRight = result.text.string.utf8.elementsEqual(sample.expected)
      let objection = Oracle.objection(to: result.text, marks: surface.marks)
      if isRight, objection == nil, result.hidden == sample.hidden { continue }
      failures.append("U+\(String(scalar.value, radix: 16)): \(objection ?? result.text.string)")
      if failures.count > 20 { break }
    }
    #expect(failures == [])
  }

  /// A scalar at the start, after a base, after a joiner, after a space, at the end, and beside
  /// wide characters: what goes in and what must come out.
  private struct Sample {
    var input: [UInt8] = []
    var expected: [UInt8] = []
    var hidden = 0

    init(_ scalar: Unicode.Scalar) {
      let bytes = Array(String(scalar).utf8)
      let kind = Oracle.kind(of: scalar)
      let afterBase = Self.output(of: scalar, bytes, kind)
      let alone = kind == .mark ? Array("\u{25CC}".utf8) + bytes : afterBase
      input = bytes + a + bytes + bZWJ + bytes + cSpace + bytes + wide + bytes
      expected = alone + a + afterBase + b + afterBase + cSpace + alone + wide + afterBase
      hidden = kind == .hidden ? 5 : 0
    }

    private static func output(
      of scalar: Unicode.Scalar, _ bytes: [UInt8], _ kind: Oracle.Kind
    ) -> [UInt8] {
      switch kind {
      case .base, .mark: bytes
      case .hidden, .dropped: []
      case .tag: tag
      case .code: code(scalar)
      case .tab: []
      }
    }

    private static func code(_ scalar: Unicode.Scalar) -> [UInt8] {
      switch scalar.value {
      case 0x0A: Array("␊".utf8)
      case 0x0C: Array("␌".utf8)
      case 0x0D: Array("␍".utf8)
      case 0x7F: Array("^?".utf8)
      case 0..<0x20: [UInt8(ascii: "^"), UInt8(scalar.value) + 0x40]
      case 0x202A...0x202E: Array(["<LRE>", "<RLE>", "<PDF>", "<LRO>", "<RLO>"][Int(scalar.value) - 0x202A].utf8)
      default: Array("<".utf8) + digits(scalar.value) + Array(">".utf8)
      }
    }

    private static func digits(_ value: UInt32) -> [UInt8] {
      let digits = Array(String(value, radix: 16, uppercase: true).utf8)
      let least = value < 0x100 ? 2 : 4
      return Array(repeating: UInt8(ascii: "0"), count: max(0, least - digits.count)) + digits
    }
  }
}

private let a = Array("a".utf8)
private let b = Array("b".utf8)
private let bZWJ = Array("b\u{200D}".utf8)
private let cSpace = Array("c ".utf8)
private let wide = Array("世".utf8)
private let tag = Array("<TAG×1>".utf8)
