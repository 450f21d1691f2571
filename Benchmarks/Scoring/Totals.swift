/// What several outcomes come to; shares are 0…1.
package struct Totals: Sendable {
  /// How well one label was given.
  package struct Mark: Sendable {
    package let label: Label
    package let precision: Double
    package let recall: Double
    package let lines: Int

    /// The harmonic mean of precision and recall.
    package var f1: Double {
      precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
    }
  }

  private let outcomes: [Outcome]
  /// Of labels that are nowhere given, missed or falsely given there is none.
  package let marks: [Mark]

  package init(_ outcomes: [Outcome]) {
    self.outcomes = outcomes
    marks = Label.allCases.compactMap { label in
      let right = outcomes.reduce(0) { $0 + $1.right.count { $0 == label } }
      let mistakes = outcomes.flatMap(\.mistakes)
      // A wrong line is a miss for its best label, and a false alarm for the one that it was given.
      let missed = mistakes.count { $0.accepted[0] == label }
      let wrong = mistakes.count { $0.given == label }
      guard right + missed + wrong > 0 else { return nil }
      return Mark(
        label: label, precision: right + wrong > 0 ? share(right, right + wrong) : 0,
        recall: right + missed > 0 ? share(right, right + missed) : 0, lines: right + missed)
    }
  }

  // MARK: Titles, authors, dates

  package var titled: Int { outcomes.count { $0.hasTitle != nil } }
  package var title: Double { share(outcomes.count { $0.hasTitle == true }, titled) }
  package var author: Double { share(outcomes.count { $0.hasAuthor }, outcomes.count) }
  package var date: Double { share(outcomes.count { $0.hasDate }, outcomes.count) }

  /// Of the texts that state one.
  package var statedAuthor: (share: Double, texts: Int) {
    let stating = outcomes.filter { $0.text.authors[0] != nil }
    return (share(stating.count { $0.hasAuthor }, stating.count), stating.count)
  }

  package var statedDate: (share: Double, texts: Int) {
    let stating = outcomes.filter { $0.text.dates[0] != nil }
    return (share(stating.count { $0.hasDate }, stating.count), stating.count)
  }

  // MARK: Lines

  package var lineCount: Int { outcomes.reduce(0) { $0 + $1.lines } }
  package var lines: Double { share(outcomes.reduce(0) { $0 + $1.right.count }, lineCount) }
  package var contentCount: Int { outcomes.reduce(0) { $0 + $1.content } }

  /// The mean over texts gives each text the same weight.
  package var meanLines: Double {
    outcomes.reduce(0) { $0 + share($1.right.count, $1.lines) } / Double(max(outcomes.count, 1))
  }

  /// The mean over labels gives each label the same weight.
  package var macroF1: Double { marks.reduce(0) { $0 + $1.f1 } / Double(max(marks.count, 1)) }

  /// Lines of text that were taken for furniture: the worst kind of error.
  package var lost: Double {
    Double(outcomes.reduce(0) { $0 + $1.lost }) / Double(max(contentCount, 1))
  }
}

/// All of nothing is everything.
package func share(_ part: Int, _ whole: Int) -> Double {
  whole == 0 ? 1 : Double(part) / Double(whole)
}
