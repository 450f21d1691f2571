import Screen
import Articles
import ReaderCore
import Testing

@Suite struct MovingListTests {
  /// 60 articles on a screen that shows 21 of them.
  private func list() -> TestReader { TestReader(Samples.letters(60)) }

  @Test(arguments: [
    (["j"], 2), (["Down"], 2), (["5j"], 6), (["5", "Down"], 6), (["99j"], 60),
    (["G", "k"], 59), (["G", "Up"], 59), (["G", "7k"], 53), (["k"], 1), (["99k"], 1),
    (["G"], 60), (["End"], 60), (["G", "gg"], 1), (["G", "Home"], 1),
    (["5G"], 5), (["7gg"], 7), (["99G"], 60),
    (["f"], 22), (["PgDn"], 22), (["Ctrl-F"], 22), (["2f"], 43), (["9f"], 60),
    (["G", "b"], 39), (["G", "PgUp"], 39), (["G", "Ctrl-B"], 39), (["G", "2b"], 18),
    (["Ctrl-D"], 11), (["2", "Ctrl-D"], 21), (["G", "Ctrl-U"], 50), (["G", "2", "Ctrl-U"], 40),
    (["50%"], 30), (["1%"], 1), (["100%"], 60), (["999%"], 60), (["G", "%"], 1),
    (["}"], 2), (["3}"], 4), (["5j", "2{"], 4), (["]]"], 2), (["5j", "[["], 5),
  ])
  func keysMoveTheSelection(keys: [String], letter: Int) {
    var reader = list()
    for key in keys { reader.press(key) }
    #expect(reader.cursorRow.hasPrefix(" ● Letter \(letter) "))
  }

  @Test func movingByLinesScrollsOnlyAtTheEdge() {
    var reader = list()
    reader.press("20j")
    #expect(reader.rows[2].contains("Letter 1 "))
    reader.press("j")
    #expect(reader.rows[2].contains("Letter 2 "))
    #expect(reader.state.frame.cursor?.row == 22)
    reader.press("20k")
    #expect(reader.rows[2].contains("Letter 2 "))
  }

  @Test func pagingKeepsTheSelectionOnItsRowOfTheScreen() {
    var reader = list()
    reader.press("4j", "f")
    #expect(reader.state.frame.cursor?.row == 6)
    #expect(reader.rows[2].contains("Letter 22 "))
    reader.press("b")
    #expect(reader.state.frame.cursor?.row == 6)
    #expect(reader.rows[2].contains("Letter 1 "))
  }

  @Test func aHugeCountDoesNoHarm() {
    var reader = list()
    reader.press("99999999999999999999j")
    #expect(reader.cursorRow.contains("Letter 60"))
    reader.press("99999999999999999999", "b")
    #expect(reader.cursorRow.contains("Letter 1 "))
  }

  @Test func anEmptyListTakesEveryMovement() {
    var reader = TestReader([])
    reader.press("j", "k", "f", "b", "Ctrl-D", "Ctrl-U", "gg", "G", "50%", "}", "{", "]]", "[[")
    #expect(reader.screen.contains("No articles here yet."))
  }
}
