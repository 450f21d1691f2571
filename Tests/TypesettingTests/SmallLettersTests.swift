import Testing

@testable import Typesetting

@Suite struct SmallLettersTests {
  /// Every byte at every place among the letters, with and without capitals made small.
  @Test(arguments: [UInt8(0), 0x20])
  func runsEndAtTheFirstOtherByte(fold: UInt8) {
    for byte in UInt8.min...UInt8.max {
      let isLetter = Set(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | fold)
      for place in 0..<19 {
        var bytes = [UInt8](repeating: UInt8(ascii: "z"), count: 19)
        bytes[place] = byte
        bytes[0] = UInt8(ascii: "a")
        let end = bytes.withUnsafeBufferPointer {
          $0.endOfSmallLetters(from: 1, before: 18, fold: fold)
        }
        #expect(end == (isLetter || place == 0 || place == 18 ? 18 : place))
      }
    }
  }
}
