import Articles
import ReaderCore
import Screen

// What the user sees and the disk holds.
extension TestReader {
  /// The text of the screen, without spaces at the ends of lines.
  var screen: String { rows.joined(separator: "\n") }

  var rows: [String] {
    state.frame.lines.map { line in
      var text = line.text.string
      while text.last == " " { text.removeLast() }
      return text
    }
  }

  var statusLine: String { rows.last ?? "" }

  /// What the bottom line says, without the place in the article.
  var message: String {
    let text = statusLine.drop { $0 == " " }
    return String(text[..<(text.firstRange(of: "  ")?.lowerBound ?? text.endIndex)])
  }

  /// The row that the cursor stands on.
  var cursorRow: String { state.frame.cursor.map { rows[$0.row] } ?? "" }

  /// The first line of the page that is not blank, where the reading pane has the screen.
  var topLine: String {
    String(rows.dropLast().first { !$0.isEmpty }?.drop { $0 == " " } ?? "")
  }

  /// The text of a row that is drawn with some attribute.
  func text(_ attributes: Style.Attributes, row: Int) -> String {
    state.frame.lines[row].spans.filter { $0.style.attributes.isSuperset(of: attributes) }
      .map(\.text.string).joined()
  }

  func readState(_ path: String) -> ReadState { marks[ArticlePath(path)]?.state ?? .unread }

  func tags(_ path: String) -> [String] { marks[ArticlePath(path)]?.tagNames ?? [] }

  func isStarred(_ path: String) -> Bool { marks[ArticlePath(path)]?.isStarred ?? false }

  func position(_ path: String) -> Position? { marks[ArticlePath(path)]?.position?.value }

  /// The rows of the list; of a search without the lines that show where the words stand.
  var listedRows: [String] {
    let typed = rows[0].hasPrefix(" / ") ? rows[0].dropFirst(3).prefix(while: { $0 != " " }) : ""
    return stride(from: 2, to: rows.count - 1, by: typed.isEmpty ? 1 : 2).map { rows[$0] }
  }
}
