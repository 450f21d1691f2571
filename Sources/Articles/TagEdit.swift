/// Tags to be added and to be removed, as they are typed: `later +http -old`.
package struct TagEdit: Hashable, Sendable {
  package private(set) var added: [String] = []
  package private(set) var removed: [String] = []

  /// A word is a tag to add, with or without a plus sign; with a minus sign it is one to remove.
  /// - Returns: nil where a word is no name of a tag.
  package init?(_ line: String) {
    for word in line.split(whereSeparator: \.isWhitespace) {
      let isSigned = word.first == "+" || word.first == "-"
      let name = String(isSigned ? word.dropFirst() : word)
      guard TagEdit.isTag(name) else { return nil }
      added.removeAll { $0 == name }
      removed.removeAll { $0 == name }
      if word.first == "-" { removed.append(name) } else { added.append(name) }
    }
  }

  /// A tag is one word, of 256 bytes at most.
  package static func isTag(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.count <= 256
      && name.unicodeScalars.allSatisfy { scalar in
        !scalar.properties.isWhitespace && scalar.properties.generalCategory != .control
      }
  }

  package var isEmpty: Bool { added.isEmpty && removed.isEmpty }

  package var marks: [Mark] {
    added.map { .tag($0, true) } + removed.map { .tag($0, false) }
  }
}
