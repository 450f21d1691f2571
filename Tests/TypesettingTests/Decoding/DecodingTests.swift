import Seeded
import Testing

@testable import Typesetting

@Suite struct DecodingTests {
  private static let french =
    "Les élèves ont été très étonnés par la beauté de la forêt où ils étaient allés à pied.\n"

  private func decode(_ bytes: [UInt8]) -> (text: String, source: Source) {
    let source = Source(bytes)
    return (String(decoding: source.bytes, as: UTF8.self), source)
  }

  @Test func utf8StandsAsItCame() {
    let bytes = Array("naïve\r\ntext".utf8)
    #expect(Source(bytes).bytes == bytes)
    #expect(Source(bytes).encoding == .utf8)
  }

  @Test(
    arguments: [
      ("UTF-8", [0xEF, 0xBB, 0xBF, 0x41]), ("UTF-16LE", [0xFF, 0xFE, 0x41, 0x00]),
      ("UTF-16BE", [0xFE, 0xFF, 0x00, 0x41]), ("UTF-32LE", [0xFF, 0xFE, 0, 0, 0x41, 0, 0, 0]),
      ("UTF-32BE", [0, 0, 0xFE, 0xFF, 0, 0, 0, 0x41]),
    ] as [(String, [UInt8])]) func marksNameTheEncoding(name: String, bytes: [UInt8])
  {
    let (text, source) = decode(bytes)
    #expect(text == "A")
    #expect(source.encoding == Source.Encoding(name: name, confidence: 1))
  }

  @Test func latinIsDetected() {
    let bytes = Self.french.unicodeScalars.map { UInt8($0.value) }
    let (text, source) = decode(Array(repeatElement(bytes, count: 3).joined()))
    #expect(text.hasPrefix(Self.french))
    #expect(source.encoding.name == "ISO-8859-1")
    #expect(source.encoding.confidence > 0.3 && source.encoding.confidence < 1)
    #expect(source.total == source.bytes.count)
  }

  @Test func quotesOfWindowsAreKept() {
    let (text, _) = decode(
      Array("He said \u{1}".utf8.dropLast()) + [0x93] + Array("caf".utf8) + [0xE9, 0x94, 0x0A])
    #expect(text == "He said “café”\n")
  }

  @Test func cyrillicIsNotTakenForHebrew() {
    // "Ледокол вернулся в порт после четырёх месяцев, зима была мягкая." in KOI8-R.
    let koi: [UInt8] = [
      0xEC, 0xC5, 0xC4, 0xCF, 0xCB, 0xCF, 0xCC, 0x20, 0xD7, 0xC5, 0xD2, 0xCE, 0xD5, 0xCC, 0xD3,
      0xD1, 0x20, 0xD7, 0x20, 0xD0, 0xCF, 0xD2, 0xD4, 0x20, 0xD0, 0xCF, 0xD3, 0xCC, 0xC5, 0x20,
      0xDE, 0xC5, 0xD4, 0xD9, 0xD2, 0xA3, 0xC8, 0x20, 0xCD, 0xC5, 0xD3, 0xD1, 0xC3, 0xC5, 0xD7,
      0x2C, 0x20, 0xDA, 0xC9, 0xCD, 0xC1, 0x20, 0xC2, 0xD9, 0xCC, 0xC1, 0x20, 0xCD, 0xD1, 0xC7,
      0xCB, 0xC1, 0xD1, 0x2E, 0x0A,
    ]
    let (text, source) = decode(koi + koi + koi)
    #expect(source.encoding.name == "KOI8-R")
    #expect(text.hasPrefix("Ледокол вернулся"))
  }

  @Test func japaneseWithEscapesIsDetected() {
    let text = decode([0x1B, 0x24, 0x42, 0x24, 0x22, 0x24, 0x24, 0x1B, 0x28, 0x42, 0x0A]).text
    #expect(text == "あい\n")
  }

  @Test func damagedUTF8StaysUTF8() {
    let bytes = Array(String(repeating: "é", count: 40).utf8) + [0xE9]
    let source = Source(bytes)
    #expect(source.bytes == bytes)
    #expect(source.encoding.name == "UTF-8")
    #expect(source.encoding.confidence > 0.9 && source.encoding.confidence < 1)
  }

  @Test func lineEndsOfTheOldMacintoshAreLineFeeds() {
    #expect(decode(Array("one\rtwo\r".utf8)).text == "one\ntwo\n")
    #expect(decode(Array("one\rtwo\n".utf8)).text == "one\rtwo\n")
  }

  @Test func binaryFilesHaveNoBlocks() {
    var random = Seeded(7)
    let bytes = (0..<4_000).map { _ in UInt8.random(in: 0...255, using: &random) }
    #expect(Source(bytes).isBinary)
    #expect(Document(Source(bytes), name: "x").blocks.isEmpty)
    #expect(Source(Array("text\0with one NUL in a hundred".utf8)).isBinary)
    #expect(!Source(Array("text \u{1B}[31mred\u{1B}[0m\n".utf8)).isBinary)
    #expect(!Source([]).isBinary)
  }
}
