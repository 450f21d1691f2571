import Glibc
import Screen
import Testing

@Suite struct ColumnWidthTests {
  /// The C library itself, asked twice: the first answer is looked up, the second remembered.
  @Test func everyScalarIsAsWideAsTheLibrarySays() throws {
    typealias Width = @convention(c) (wchar_t) -> Int32
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: Width.self)
    let utf8 = try #require(newlocale(1 << LC_CTYPE, "C.UTF-8", nil))
    let before = uselocale(utf8)
    defer {
      uselocale(before)
      freelocale(utf8)
    }
    let wrong = Oracle.allScalars.filter { scalar in
      let width = Int(wcwidth(wchar_t(scalar.value)))
      let answers = [ColumnWidth.columns(of: scalar), ColumnWidth.columns(of: scalar)]
      return answers != [width, width]
    }
    #expect(wrong.prefix(20) == [])
  }

  @Test(
    arguments: [
      ("a", 1), ("é", 1), ("…", 1), ("│", 1), ("●", 1), ("吾", 2), ("한", 2), ("🎈", 2),
      ("\u{301}", 0),
      ("\u{200D}", 0), ("\u{1161}", 0), ("\u{1B}", -1), ("\u{85}", -1), ("\u{7F}", -1),
      ("\u{378}", -1),
    ] as [(Unicode.Scalar, Int)]) func widthsAreKnown(_ scalar: Unicode.Scalar, _ width: Int)
  {
    #expect(ColumnWidth.columns(of: scalar) == width)
  }
}
