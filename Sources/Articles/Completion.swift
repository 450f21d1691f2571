/// What may stand in place of the last word of a line that is being typed.
package struct Completion: Hashable, Sendable {
  /// What stands before that word.
  package let head: String
  /// In the order in which they are offered.
  package let candidates: [String]

  package init(head: String, candidates: [String]) {
    self.head = head
    self.candidates = candidates
  }

  /// The whole line with one of the candidates; counted around.
  package func line(_ number: Int) -> String {
    let index = number % candidates.count
    return head + candidates[index < 0 ? index + candidates.count : index]
  }
}

extension Completion {
  /// Of a query: names of filters, states, and behind a colon the values of a filter.
  /// - Parameters:
  ///   - tags: those that are in use.
  ///   - folders: those of the library; asked for where they matter.
  package init(query line: String, tags: [String], folders: () -> [String]) {
    let start = line.lastIndex { $0.isWhitespace || $0 == "(" }.map(line.index(after:))
    var head = String(line[..<(start ?? line.startIndex)])
    var word = line[(start ?? line.startIndex)...]
    if word.first == "-" {
      head += "-"
      word = word.dropFirst()
    }
    guard let colon = word.firstIndex(of: ":") else {
      self.init(head: head, candidates: Completion.words.filter { $0.hasPrefix(word) })
      return
    }
    let name = FilterName(rawValue: word[..<colon].lowercased())
    let value = word[word.index(after: colon)...].drop { $0 == "\"" }
    let values = name.map { Completion.values(of: $0, tags: tags, folders: folders) } ?? []
    let candidates = values.filter { $0.hasPrefix(value) }
    self.init(
      head: head + word[...colon],
      candidates: candidates.map { $0.contains(where: \.isWhitespace) ? "\"\($0)\"" : $0 })
  }

  /// Of names of tags, with a sign before each or without one.
  package init(tags line: String, known: [String]) {
    let start = line.lastIndex(where: \.isWhitespace).map(line.index(after:)) ?? line.startIndex
    let sign = line[start...].prefix(1).filter { $0 == "+" || $0 == "-" }
    let word = line[start...].dropFirst(sign.count)
    self.init(head: String(line[..<start]) + sign, candidates: known.filter { $0.hasPrefix(word) })
  }

  /// What can begin a term of a query.
  private static let words =
    ReadState.allCases.map(\.rawValue) + ["starred"]
    + FilterName.allCases.map { $0.rawValue + ":" }

  private static func values(
    of name: FilterName, tags: [String], folders: () -> [String]
  ) -> [String] {
    switch name {
    case .tag: tags
    case .folder: folders()
    case .sort: Sort.Key.allCases.map(\.rawValue)
    case .added: ["<1d", "<7d", "<4w", "<1y", ">1y"]
    case .time: ["<5m", "<10m", "<20m", ">20m"]
    case .words: ["<500", "<2000", ">2000"]
    case .title, .author, .after, .before: []
    }
  }
}
