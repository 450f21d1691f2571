import Seeded
import Testing
import Typesetting

/// What counts as a word, and which words are the same.
@Suite struct SearchWordsTests {
  private func words(_ text: String) -> [String] {
    SearchWords().words(of: text).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("", []), (" -- ", []), ("Night train", ["night", "train"]), ("e-mail", ["e", "mail"]),
      ("don’t", ["don", "t"]), ("Müller CAFÉ", ["muller", "cafe"]), ("e\u{301}tude", ["etude"]),
      ("soft\u{AD}hyphen", ["softhyphen"]), ("2,5 km", ["2", "5", "km"]),
      ("Ärger, ÉTÉ", ["arger", "ete"]), ("Чёрный", ["черныи"]), ("ΑΘΗΝΑ", ["αθηνα"]),
      ("東京tower", ["東", "京", "tower"]), ("が行", ["が", "行"]), ("コーヒー", ["コ", "ー", "ヒ", "ー"]),
      ("한국어 책", ["한국어", "책"]), ("हिन्दी", ["हिन्दी"]), ("ไทย", ["ไ", "ท", "ย"]),
      ("a\0b\u{1B}c", ["a", "b", "c"]), ("x🎉y", ["x", "y"]),
    ] as [(String, [String])])
  func textsHaveWords(text: String, expected: [String]) {
    #expect(words(text) == expected)
  }

  @Test func wordsStandWhereTheyWereFound() {
    let text = Array("Ça va, 東京!".utf8)
    let (_, places) = SearchWords().wordsAndPlaces(of: text)
    #expect(places.map { String(decoding: text[$0], as: UTF8.self) } == ["Ça", "va", "東", "京"])
  }

  @Test func anyBytesHaveWordsInOrder() {
    for seed in UInt64(0)..<500 {
      var random = Seeded(seed)
      let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
        Bool.random(using: &random) ? UInt8.random(in: .min ... .max, using: &random) : 0x61
      }
      let (words, places) = SearchWords().wordsAndPlaces(of: bytes)
      var end = 0
      for (word, place) in zip(words, places) {
        #expect(place.lowerBound >= end && place.upperBound <= bytes.count, "seed \(seed)")
        #expect(!word.isEmpty && word.count <= SearchWords.longest, "seed \(seed)")
        #expect(String(validating: word, as: UTF8.self) != nil, "seed \(seed)")
        // What was found once is found again: folding what is folded changes nothing.
        #expect(
          SearchWords().words(of: String(decoding: word, as: UTF8.self)) == [word], "seed \(seed)")
        end = place.upperBound
      }
    }
  }

  @Test(
    arguments: [
      ("night", "Night train", true), ("nigh", "Night train", false),
      ("train", "Night train", true),
      ("night train", "a NIGHT\ntrain", true), ("train night", "night train", false),
      ("京", "東京", true), ("京東", "東京", false), ("--", "--", false), ("", "x", false),
    ])
  func phrasesStandInTexts(phrase: String, text: String, stands: Bool) {
    #expect(SearchPhrase(phrase).occurs(in: text) == stands)
  }

  @Test func theLastWordMayGoOn() {
    let phrase = SearchPhrase("night tra", isPrefix: true)
    #expect(phrase.occurs(in: "Night trains"))
    #expect(!phrase.occurs(in: "nights train"))
    #expect(!SearchPhrase("tr", isPrefix: true).occurs(in: "trains"), "too short a beginning")
    let text = Array("no night, trains at night; night traffic".utf8)
    let found = phrase.ranges(in: text).map { String(decoding: text[$0], as: UTF8.self) }
    #expect(found == ["night, trains", "night traffic"])
  }
}
