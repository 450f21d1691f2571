import Articles
import Testing

@Suite struct SummaryTests {
  private static let texts: [String?] = [
    nil, "", "a", "Ä\u{301}rger 日本", String(repeating: "x", count: 300),
  ]
  private static let hashes: [UInt64?] = [nil, 0, 1, .max]
  private static let fingerprints: [Fingerprint?] = [
    nil, Fingerprint(high: 0, low: 0), Fingerprint(high: .max, low: 7),
  ]

  @Test func everyCombinationComesBackAsItWentIn() {
    for author in SummaryTests.texts {
      for date in SummaryTests.texts {
        for address in SummaryTests.texts {
          let summary = Summary(
            title: "A title", author: author, date: date, address: address, words: 12,
            minutes: 3)
          #expect(summary.title == "A title")
          #expect(summary.author == author)
          #expect(summary.date == date)
          #expect(summary.address == address)
          #expect(summary.words == 12)
          #expect(summary.minutes == 3)
          #expect(summary.fingerprint == nil)
          #expect(summary.textHash == nil)
        }
      }
    }
  }

  @Test func whatTellsContentsApartComesBackAndGoes() {
    for fingerprint in SummaryTests.fingerprints {
      for hash in SummaryTests.hashes {
        let summary = Summary(
          title: "", author: "Ann", address: "https://example.org", words: 1, minutes: 1,
          fingerprint: fingerprint, textHash: hash)
        #expect(summary.fingerprint == fingerprint)
        #expect(summary.textHash == hash)
        #expect(summary.with(textHash: 9).textHash == 9)
        #expect(summary.with(textHash: hash) == summary)
        let without = summary.withoutContent
        #expect(without.fingerprint == nil && without.textHash == nil)
        #expect(without.author == "Ann" && without.address == "https://example.org")
      }
    }
  }

  @Test func aRecordIsTakenBackAndNothingElse() {
    let summary = Summary(title: "ab", author: "c", date: "2026", words: 1, minutes: 1)
    func taken(_ record: [UInt8]) -> Summary? { record.withUnsafeBytes { Summary(record: $0) } }
    #expect(taken(summary.record) == summary)
    for count in 0..<summary.record.count { #expect(taken(Array(summary.record[..<count])) == nil) }
    #expect(taken(summary.record + [0]) == nil)
    for place in summary.record.indices {
      var damaged = summary.record
      damaged[place] = 0xFF
      let other = taken(damaged)
      // Whatever it says, it can be read.
      _ = [other?.title, other?.author, other?.date, other?.address]
    }
    #expect(taken([UInt8](repeating: 0xFF, count: summary.record.count)) == nil)
  }

  @Test func summariesAreEqualWhenAllTheySayIs() {
    let summary = Summary(title: "ab", author: "c", words: 1, minutes: 1)
    #expect(summary == Summary(title: "ab", author: "c", words: 1, minutes: 1))
    #expect(summary != Summary(title: "a", author: "bc", words: 1, minutes: 1))
    #expect(summary != Summary(title: "ab", date: "c", words: 1, minutes: 1))
    #expect(summary != Summary(title: "ab", author: "c", words: 2, minutes: 1))
    #expect(summary != summary.with(textHash: 0))
  }

  @Test func whatIsTooLongForItsPlaceIsCutToTheMost() {
    let summary = Summary(title: "", words: .max, minutes: .max)
    #expect(summary.words == Int(Int32.max))
    #expect(summary.minutes == Int(Int32.max))
  }
}
