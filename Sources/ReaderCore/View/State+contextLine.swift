import Screen
import Typesetting

extension State {
  /// The columns before a context, as many as the marker of a row takes.
  private static let contextMargin = 3

  /// What stands around the words that were looked for, below the row of an article.
  func contextLine(_ index: ArticleList.Index, columns: Int) -> Line {
    let parts = view.context[index]?.parts ?? []
    let room = max(columns - State.contextMargin - 1, 0)
    let start = parts.firstIndex(where: \.isMatch) ?? 0
    let lead = parts[..<start].map(\.text).joined()
    let spans = parts[start...].map { part in
      Span(SafeText(part.text), style: part.isMatch ? Style([.bold, .underline]) : .dim)
    }
    let line = Line([Span(State.ending(of: lead, columns: room / 2), style: .dim)] + spans)
    return .blank(State.contextMargin) + line.fitted(to: room)
  }

  /// As many whole words of the end of a text as fit.
  private static func ending(of text: String, columns: Int) -> SafeText {
    let whole = SafeText(text)
    guard whole.columns > columns else { return whole }
    let end = whole.suffix(columns: columns - SafeText.ellipsis.columns)
    let bytes = Array(end.string.utf8)
    guard let space = bytes.firstIndex(of: UInt8(ascii: " ")) else { return .empty }
    return .ellipsis + end.slice(utf8: space..<bytes.count)
  }
}
