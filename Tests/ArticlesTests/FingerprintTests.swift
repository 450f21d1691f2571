import Articles
import Testing

@Suite struct FingerprintTests {
  @Test(arguments: [(0, 0), (1, .max), (.max, 1), (0x0123_4567_89AB_CDEF, 0xF)])
  func readsWhatItWrites(high: UInt64, low: UInt64) {
    let fingerprint = Fingerprint(high: high, low: low)
    #expect(fingerprint.text.utf8.count == 32 && Fingerprint(fingerprint.text) == fingerprint)
  }

  @Test(arguments: [
    "", "9f2c", String(repeating: "0", count: 31), String(repeating: "0", count: 33),
    String(repeating: "A", count: 32), "+000000000000001" + "0000000000000001",
    String(repeating: "é", count: 16), String(repeating: "g", count: 32),
  ])
  func whatItDoesNotWriteIsNone(text: String) { #expect(Fingerprint(text) == nil) }
}
