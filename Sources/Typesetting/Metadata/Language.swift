/// The language of a text.
package struct Language: Hashable, Sendable {
  /// Its code as ISO 639 has it, in lower case: "en".
  package let code: String

  package init(code: String) { self.code = code }

  /// Its name in English, or the code where that is not known.
  package var name: String {
    Lexicon.all.first { $0.code == code }?.names.first?.capitalised ?? code
  }

  /// What a header states: "en", "en-GB", "English", "Deutsch".
  init?(stated value: String) {
    let words = value.lowercased().split { !$0.isLetter }
    guard let first = words.first else { return nil }
    if let lexicon = Lexicon.all.first(where: { $0.names.contains(String(first)) }) {
      code = lexicon.code
    } else if first.utf8.count == 2 || first.utf8.count == 3, first.utf8.allSatisfy({ $0 < 0x80 }) {
      code = String(first)
    } else {
      return nil
    }
  }
}

extension String {
  fileprivate var capitalised: String { prefix(1).uppercased() + dropFirst() }
}

extension Document {
  /// The language that the text states, or that its common words show; nil where that is unsure.
  package var language: Language? { metadata.language ?? CommonWords.language(of: self) }
}

/// Tells a language by the words that every text in it has: *the*, *of*; *der*, *und*.
private enum CommonWords {
  /// So many bytes of the text are looked at.
  private static let sample = 8 << 10
  /// So many of the words at least are common ones, and twice as many as in any other language.
  private static let leastShare = 0.15
  private static let leastWords = 12

  private static let languages: [String: [Int]] = {
    var languages: [String: [Int]] = [:]
    for (index, lexicon) in Lexicon.all.enumerated() {
      for word in lexicon.common { languages[word, default: []].append(index) }
    }
    return languages
  }()

  static func language(of document: Document) -> Language? {
    var words = 0
    var counts = [Int](repeating: 0, count: Lexicon.all.count)
    for word in CommonWords.words(of: document) {
      words += 1
      for index in languages[word] ?? [] { counts[index] += 1 }
    }
    let ranked = counts.indices.sorted { counts[$0] > counts[$1] }
    let (best, second) = (counts[ranked[0]], counts[ranked[1]])
    guard best >= leastWords, Double(best) >= leastShare * Double(words), best >= 2 * second else {
      return nil
    }
    return Language(code: Lexicon.all[ranked[0]].code)
  }

  /// Of a text in lower case. The properties of Unicode are slow to ask for.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("a"..."z").contains(scalar) : scalar.properties.isAlphabetic
  }

  /// The first words of the paragraphs, in lower case.
  private static func words(of document: Document) -> [String] {
    var bytes: [UInt8] = []
    for block in document.blocks where block.kind == .paragraph || block.kind == .list {
      for slice in block.slices {
        bytes += document.source.bytes[slice.source].prefix(sample)
        bytes.append(UInt8(ascii: " "))
        if bytes.count >= sample { break }
      }
      if bytes.count >= sample { break }
    }
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    return text.unicodeScalars.split { !isLetter($0) }.map(String.init)
  }
}
