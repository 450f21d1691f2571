import Typesetting

/// How much of a text's structure was found.
package struct Outcome: Sendable {
  /// A line that was taken for something else.
  package struct Mistake: Sendable {
    package let line: Int
    package let accepted: [Label]
    /// Nil for a line in no block.
    package let given: Label?
    package let text: String
  }

  package let text: LabelledText
  package let metadata: Metadata
  /// Nil for a text that has no title to be found.
  package let hasTitle: Bool?
  package let hasAuthor: Bool
  package let hasDate: Bool
  /// The labels that were given and are right.
  package private(set) var right: [Label] = []
  package private(set) var mistakes: [Mistake] = []
  /// Lines of text, and those of them that a reader would not get to see.
  package private(set) var content = 0
  package private(set) var lost = 0

  package init(_ text: LabelledText) {
    let document = Document(Source(text.bytes), name: text.name + ".txt")
    self.text = text
    metadata = document.metadata
    hasTitle = text.titles[0].map { _ in
      Comparison.isRight(document.metadata.title, among: text.titles, by: Comparison.title)
    }
    hasAuthor = Comparison.isRight(
      metadata.author, among: text.authors, by: Comparison.author)
    hasDate = Comparison.isRight(metadata.date, among: text.dates, by: Comparison.date)
    compare(document.labels)
  }

  private mutating func compare(_ given: [Int: Label]) {
    let lines = text.lines
    for (number, accepted) in text.labels.sorted(by: { $0.key < $1.key }) {
      let label = given[number]
      if let label, accepted.contains(label) {
        right.append(label)
      } else {
        mistakes.append(
          Mistake(line: number, accepted: accepted, given: label, text: lines[number - 1]))
      }
      if accepted[0].isContent, !accepted.contains(.furniture) {
        content += 1
        if label == .furniture { lost += 1 }
      }
    }
  }

  package var lines: Int { right.count + mistakes.count }
}

extension Document {
  /// The label of each line: that of the block which shows it, else of the first one around it.
  fileprivate var labels: [Int: Label] {
    var labels: [Int: Label] = [:]
    for block in blocks {
      for slice in block.slices where labels[slice.line] == nil {
        labels[slice.line] = block.kind.label
      }
    }
    for block in blocks {
      for line in block.lines where labels[line] == nil { labels[line] = block.kind.label }
    }
    return labels
  }
}

extension Block.Kind {
  fileprivate var label: Label {
    switch self {
    case .title: .title
    case .byline: .byline
    case .heading: .heading
    case .paragraph: .body
    case .list: .list
    case .quote: .quote
    case .preformatted: .pre
    case .furniture: .furniture
    }
  }
}
