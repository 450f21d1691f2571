import Screen
import Testing

/// Every short string of bytes, judged by the decoder of the standard library.
@Suite struct EveryByteStringTests {
  @Test func ofOneOrTwoBytes() {
    var failures: [[UInt8]] = Self.isRight([]) ? [] : [[]]
    for first in UInt8.min...UInt8.max {
      if !Self.isRight([first]) { failures.append([first]) }
      for second in UInt8.min...UInt8.max where !Self.isRight([first, second]) {
        failures.append([first, second])
      }
    }
    #expect(failures.prefix(20) == [])
  }

  /// In eight parts, so that they run side by side. Each string goes to one of the surfaces:
  /// three bytes are treated alike on both but for tabs, which two bytes show as well.
  @Test(arguments: 0..<8) func ofThreeBytes(_ part: Int) async {
    var failures: [[UInt8]] = []
    for first in UInt8(part * 32)...UInt8(part * 32 + 31) where failures.count < 20 {
      await Task.yield()
      for second in UInt8.min...UInt8.max {
        for third in UInt8.min...UInt8.max {
          let bytes = [first, second, third]
          let surface: Surface = (first ^ second ^ third) & 1 == 0 ? .body : .line
          if !Self.isRight(bytes, on: surface) { failures.append(bytes) }
        }
      }
    }
    #expect(failures.prefix(20) == [])
  }

  /// Four and five bytes: every lead byte of a long sequence before the edges of what may follow.
  @Test func atTheEdgesOfLongSequences() {
    let edges: [UInt8] = [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF]
    var failures: [[UInt8]] = []
    for lead in UInt8(0xE0)...UInt8(0xFF) {
      for second in edges {
        for third in edges {
          for fourth in edges {
            let bytes = [lead, second, third, fourth]
            if !Self.isRight(bytes) { failures.append(bytes) }
            if !Self.isRight([lead] + bytes) { failures.append([lead] + bytes) }
          }
        }
      }
    }
    #expect(failures.prefix(20) == [])
  }

  private static func isRight(_ bytes: [UInt8]) -> Bool {
    Surface.all.allSatisfy { isRight(bytes, on: $0) }
  }

  /// Bytes become what their repaired form becomes: one U+FFFD for each broken piece.
  private static func isRight(_ bytes: [UInt8], on surface: Surface) -> Bool {
    let text = Sanitiser.sanitise(bytes, surface: surface).text
    let expected = Sanitiser.sanitise(repaired(bytes).utf8, surface: surface).text
    guard Array(text.string.utf8) == Array(expected.string.utf8) else { return false }
    return text.columns == expected.columns
      && Oracle.objection(to: text, marks: surface.marks) == nil
  }

  /// What the standard library reads in the bytes, with a base of its own for each mark that
  /// follows a broken piece: no mark stands on a visible code.
  private static func repaired(_ bytes: [UInt8]) -> String {
    var result = String.UnicodeScalarView()
    var isAfterBroken = false
    var rest = bytes.makeIterator()
    var decoder = UTF8()
    while true {
      switch decoder.decode(&rest) {
      case .scalarValue(let scalar):
        if isAfterBroken, Oracle.columns[Int(scalar.value)] == 0 { result.append("\u{25CC}") }
        result.append(scalar)
        isAfterBroken = false
      case .error:
        result.append("\u{FFFD}")
        isAfterBroken = true
      case .emptyInput:
        return String(result)
      }
    }
  }
}
