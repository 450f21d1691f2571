import Foundation
import Testing

@testable import Typesetting

/// Unicode's own tests, where they are installed.
@Suite struct SettingUnicodeTests {
  /// A text and the offsets of its breaks.
  struct Example {
    let line: String
    let bytes: [UInt8]
    let breaks: [Int32]
  }

  static func examples(_ file: String) -> [Example] {
    let path = "/usr/share/unicode/auxiliary/" + file
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return [] }
    return text.split(separator: "\n").compactMap { line in
      let fields = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      if fields.isEmpty { return nil }
      var bytes: [UInt8] = []
      var breaks: [Int32] = []
      for field in fields {
        if field == "÷", !bytes.isEmpty { breaks.append(Int32(bytes.count)) }
        guard let value = UInt32(field, radix: 16) else { continue }
        guard let scalar = Unicode.Scalar(value) else { return nil }
        bytes += Array(String(scalar).utf8)
      }
      return Example(line: String(line), bytes: bytes, breaks: breaks)
    }
  }

  @Test func linesBreakWhereUnicodeSays() {
    for example in Self.examples("LineBreakTest.txt") {
      let found = example.bytes.withUnsafeBufferPointer { PlainBreaks.offsets(in: $0) }
      let differences = Set(found).symmetricDifference(example.breaks)
      for offset in differences where !example.isKnownException(at: Int(offset)) {
        Issue.record("break at \(offset): \(example.line)")
      }
    }
  }

  @Test func charactersEndWhereUnicodeSays() {
    for example in Self.examples("GraphemeBreakTest.txt") {
      let found = example.bytes.withUnsafeBufferPointer { Boundaries.graphemes.offsets(in: $0) }
      #expect(found == example.breaks, "\(example.line)")
    }
  }
}

extension SettingUnicodeTests.Example {
  /// Where ICU knowingly does better than the standard's pairs: a separator stays with the digit
  /// after it and not with the space before it (a.2, .35), a hyphen with the word that it begins.
  fileprivate func isKnownException(at offset: Int) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self).unicodeScalars
    let index = text.utf8Index(offset)
    let before = text[..<index].filter { $0 != "\u{308}" }
    let after = text[index...]
    let isSeparated = before.last.map { ".,".unicodeScalars.contains($0) } ?? false
    if isSeparated, after.first?.properties.numericType != nil { return true }
    if before.last == " ", after.first == ".", after.dropFirst().first != " " { return true }
    return before.map { $0 } == ["-"]
  }
}

extension String.UnicodeScalarView {
  fileprivate func utf8Index(_ offset: Int) -> Index {
    String(self).utf8.index(startIndex, offsetBy: offset)
  }
}
