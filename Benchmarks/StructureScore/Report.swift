import Foundation
import Scoring
import Typesetting

/// The outcomes as tables of text.
struct Report {
  private let outcomes: [Outcome]
  private let sums: Totals

  init(_ outcomes: [Outcome]) {
    self.outcomes = outcomes
    sums = Totals(outcomes)
  }

  /// One line a text.
  var rows: String {
    let head = row(["text", "kind", "title", "author", "date", "lines", "lost"])
    let lines = outcomes.map { outcome in
      row([
        outcome.text.name, outcome.text.kind, outcome.hasTitle.map(mark) ?? "-",
        mark(outcome.hasAuthor), mark(outcome.hasDate),
        percent(share(outcome.right.count, outcome.lines)),
        percent(Double(outcome.lost) / Double(max(outcome.content, 1))),
      ])
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  private func row(_ cells: [String]) -> String {
    zip(cells, [30, 7, 6, 6, 6]).map { padded($0, $1) }.joined(separator: " ")
      + cells.dropFirst(5).map { padded(left: $0, 8) }.joined()
  }

  private func mark(_ isRight: Bool) -> String { isRight ? "yes" : "NO" }

  /// Every error.
  var mistakes: String {
    outcomes.flatMap { outcome in
      let facts = [
        ("title", outcome.hasTitle ?? true, outcome.metadata.title),
        ("author", outcome.hasAuthor, outcome.metadata.author),
        ("date", outcome.hasDate, outcome.metadata.date),
      ].filter { !$0.1 }.map { "\(outcome.text.name): \($0.0) is not \($0.2 ?? "none")" }
      let lines = outcome.mistakes.map { mistake in
        let accepted = mistake.accepted.map(\.rawValue).joined(separator: "/")
        let text = mistake.text.trimmingCharacters(in: .whitespaces).prefix(70)
        return "\(outcome.text.name):\(mistake.line): "
          + "\(mistake.given?.rawValue ?? "nothing"), not \(accepted) | \(text)"
      }
      return facts + lines
    }.joined(separator: "\n") + "\n"
  }

  /// One line a label.
  var labels: String {
    let head = "label      precision    recall        F1   lines"
    let lines = sums.marks.map { mark in
      let shares = [mark.precision, mark.recall, mark.f1].map { "    " + percent($0) }
      return padded(mark.label.rawValue, 10) + shares.joined() + padded(left: "\(mark.lines)", 8)
    }
    return ([head] + lines).joined(separator: "\n") + "\n"
  }

  var totals: String {
    let (author, date) = (sums.statedAuthor, sums.statedDate)
    return """
      texts \(outcomes.count)
      title   \(percent(sums.title)) of \(sums.titled) with a title
      author  \(percent(sums.author)) of all, \(percent(author.share)) of \(author.texts) that state one
      date    \(percent(sums.date)) of all, \(percent(date.share)) of \(date.texts) that state one
      lines   \(percent(sums.lines)) of \(sums.lineCount), mean over texts \
      \(percent(sums.meanLines)), macro F1 \(percent(sums.macroF1))
      lost    \(percent(sums.lost)) of \(sums.contentCount) lines of text taken for furniture
      """
  }
}

private func percent(_ share: Double) -> String { String(format: "%5.1f%%", 100 * share) }

private func padded(_ text: String, _ width: Int) -> String {
  text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
}

private func padded(left text: String, _ width: Int) -> String {
  String(repeating: " ", count: max(width - text.count, 0)) + text
}
