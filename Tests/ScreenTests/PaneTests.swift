import Screen
import Testing

@Suite struct PaneTests {
  private func line(_ parts: (String, Style)...) -> Line {
    Line(parts.map { Span(SafeText($0.0), style: $0.1) })
  }

  private func rows(_ pane: Pane) -> [String] { pane.lines.map(\.text.string) }

  @Test func linesAreFilledUpAndCut() {
    let line = line(("ab", .bold), ("cde", .dim))
    #expect(line.columns == 5)
    #expect(line.fitted(to: 5) == line)
    #expect(line.fitted(to: 7, fill: Style(.reverse)) == line + .blank(2, style: Style(.reverse)))
    #expect(line.fitted(to: 4) == self.line(("ab", .bold), ("c…", .dim)))
    #expect(line.fitted(to: 3) == self.line(("ab", .bold), ("…", .dim)))
    #expect(line.fitted(to: 2) == self.line(("a…", .bold)))
    #expect(line.fitted(to: 1) == self.line(("…", .bold)))
    #expect(line.fitted(to: 0) == Line())
    #expect(line.fitted(to: -1) == Line())
    #expect(self.line(("吾輩", .plain), ("x", .bold)).fitted(to: 4).text.string == "吾… ")
  }

  @Test func attributesAreAddedToEverySpan() {
    let line = line(("a", .bold), ("b", Style(color: .yellow))).adding(.reverse)
    #expect(
      line.spans.map(\.style) == [Style([.bold, .reverse]), Style(.reverse, color: .yellow)])
    #expect(line.text.string == "ab")
  }

  @Test func aPaneHasItsSizeWhateverItIsMadeOf() {
    let lines = [Line(SafeText("a")), Line(SafeText("longer")), Line(SafeText("c"))]
    #expect(rows(Pane(lines, size: Size(columns: 3, rows: 2))) == ["a  ", "lo…"])
    #expect(rows(Pane(lines, size: Size(columns: 1, rows: 4))) == ["a", "…", "c", " "])
    #expect(rows(Pane(size: Size(columns: 2, rows: 1))) == ["  "])
    #expect(Pane(lines, size: Size(columns: -1, rows: -1)).size == Size(columns: 0, rows: 0))
    let filled = Pane(size: Size(columns: 2, rows: 1), fill: Style(.reverse))
    #expect(filled.lines == [.blank(2, style: Style(.reverse))])
  }

  @Test func panesAreJoined() {
    let left = Pane([Line(SafeText("ab")), Line(SafeText("cd"))], size: Size(columns: 2, rows: 2))
    let right = Pane([Line(SafeText("xyz"))], size: Size(columns: 3, rows: 1))
    let beside = left.beside(right, rule: Span(SafeText("│"), style: .dim))
    #expect(rows(beside) == ["ab│xyz", "cd│   "])
    #expect(beside.size == Size(columns: 6, rows: 2))
    #expect(beside.lines[0].spans[1] == Span(SafeText("│"), style: .dim))
    #expect(rows(right.beside(left)) == ["xyzab", "   cd"])
    #expect(rows(left.above(right)) == ["ab ", "cd ", "xyz"])
    #expect(left.above(right).size == Size(columns: 3, rows: 3))
  }

  @Test func aFrameTakesTheSizeOfItsPane() {
    let pane = Pane([Line(SafeText("ab"))], size: Size(columns: 2, rows: 1))
    let frame = Frame(pane, cursor: Point(column: 1, row: 0))
    #expect(frame == Frame(size: pane.size, lines: pane.lines, cursor: Point(column: 1, row: 0)))
  }

  /// Any lines in any pane: each row is exactly as wide as the pane, and safe.
  @Test func everyRowIsAsWideAsItsPane() {
    let seed: UInt64 = 77
    var texts = RandomText(seed: seed)
    for run in 0..<5_000 {
      let lines = (0..<3).map { _ in
        Line((0..<3).map { _ in Span(SafeText(bytes: texts.next())) })
      }
      let size = Size(columns: texts.number(in: 0...40), rows: texts.number(in: 0...5))
      let pane = Pane(lines, size: size)
      let both = pane.beside(Pane(lines, size: Size(columns: 7, rows: 2)))
      let isSafe = both.lines.allSatisfy { Oracle.objection(to: $0.text, marks: 2) == nil }
      let isWide = both.lines.allSatisfy { $0.columns == size.columns + 7 }
      if isSafe, isWide, both.lines.count == both.size.rows { continue }
      Issue.record("seed \(seed), run \(run): \(size)")
      return
    }
  }
}
