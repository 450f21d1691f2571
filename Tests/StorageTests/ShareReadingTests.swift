import Articles
import Glibc
import Seeded
import Storage
import Testing

/// A share is read as the number that the C library reads, whether the short way is taken or not.
@Suite struct ShareReadingTests {
  private static func file(_ share: Double) -> [UInt8] {
    let position = Position(offset: 1, quote: "q", progress: share)
    var state = LibraryState()
    state.apply([MarkChange(path: ArticlePath("a"), mark: .position(position), at: 5)])
    return state.encoded()
  }

  private static func file(_ share: String) -> [UInt8] {
    let text = String(decoding: file(0), as: UTF8.self)
    return Array(text.replacing("\"progress\": 0", with: "\"progress\": \(share)").utf8)
  }

  private func check(_ share: String) throws {
    let bytes = ShareReadingTests.file(share)
    let reading = try #require(StateReading(bytes), "\(share)")
    let position = try #require(reading.state.articles[ArticlePath("a")]?.position, "\(share)")
    #expect(position.value.progress == min(max(strtod(share, nil), 0), 1), "\(share)")
    #expect(reading.isAsWritten == (reading.state.encoded() == bytes), "\(share)")
  }

  @Test(arguments: [
    "0", "1", "0.0", "1.0", "0.5", "0.50", "0.31", "0.100", "0.01", "0.0001", "0.00012", "0.00009",
    "0.00001", "1e-05", "9e-05", "5e-1", "0.5e0", "0.5E-2", "0.05e2", "1.5", "-0.5", "1e400",
    "0.000000000000001", "0.999999999999999", "0.9999999999999999", "0.99999999999999999",
    "0.123456789012345", "0.1234567890123456", "0.12345678901234567", "0.30000000000000004",
    "0.1000000000000000055511151231257827",
  ])
  func sharesOfAllShapes(share: String) throws { try check(share) }

  @Test(arguments: ["", ".5", "0.", "00.5", "0.5.5", "0.5x", "+0.5", "0x1", "0.-5"])
  func whatIsNoNumberIsNone(share: String) {
    #expect(StateReading(ShareReadingTests.file(share)) == nil)
  }

  @Test func anyDigits() throws {
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var numbers = Seeded(seed)
    for _ in 0..<20_000 {
      let zeros = String(repeating: "0", count: .random(in: 0...4, using: &numbers))
      let digits = (0..<Int.random(in: 1...18, using: &numbers)).map { _ in
        String(Int.random(in: 0...9, using: &numbers))
      }
      try check("0." + zeros + digits.joined())
    }
  }

  /// What was written is known again, so that a save need not write all marks anew.
  @Test func writtenSharesAreTold() throws {
    var numbers = Seeded(7)
    for _ in 0..<5_000 {
      let share = Double.random(in: 0...1, using: &numbers)
      for share in [share, (share * 1_000).rounded() / 1_000, share / 1_000, share / 1e7] {
        let bytes = ShareReadingTests.file(share)
        #expect(try #require(StateReading(bytes)).isAsWritten, "\(share)")
      }
    }
  }
}
