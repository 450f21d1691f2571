import Foundation
import Storage
import Testing
import Typesetting

@Suite struct HyphenationTests {
  private let english = Language(code: "en")

  private func points(
    _ word: String, _ dictionary: [UInt8], name: String = "hyph_en.dic"
  ) throws -> [Int]? {
    let folder = try TemporaryFolder()
    try folder.write(dictionary, to: name)
    return HyphenationFiles.hyphenator(for: english, in: ["/nowhere", folder.path])?
      .points(word)
  }

  @Test func aDictionaryDividesWords() throws {
    let dictionary = Array("UTF-8\n1lec\n1tern\nbü1cher\n".utf8)
    #expect(try points("lanternlectern", dictionary) == [3, 7, 10])
    #expect(try points("altebücher", dictionary) == [6])
    #expect(try points("nothing", dictionary) == [])
    #expect(try points("lectern", dictionary, name: "hyph_en_GB.dic") == [3])
    #expect(try points("lectern", dictionary, name: "hyph_de_DE.dic") == nil)
  }

  @Test func anyEncodingIsUnderstood() throws {
    let latin = Array("ISO8859-1\nb".utf8) + [0xFC] + Array("1cher\n".utf8)
    #expect(try points("bücher", latin) == [2])
    let koi = Array("KOI8-R\n".utf8) + [0xDE, 0xC9, 0x31, 0xD4, 0xC1, 0x0A]
    #expect(try points("читатель", koi) == [2])
    let windows = Array("microsoft-cp1251\n".utf8) + [0xF7, 0xE8, 0x31, 0xF2, 0xE0, 0x0A]
    #expect(try points("читатель", windows) == [2])
  }

  @Test func whereLettersWouldChangeNothingIsDivided() throws {
    let dictionary = Array("UTF-8\nf1f/ff=f,1,2\n1tern\n".utf8)
    #expect(try points("schiffahrtern", dictionary) == [9])
  }

  @Test(arguments: ["", "UTF-8", "no such encoding\n1te\n", "\n\n\n"])
  func whatIsNoDictionaryDividesNothing(text: String) throws {
    #expect(try (points("lectern", Array(text.utf8)) ?? []).isEmpty)
  }
}
