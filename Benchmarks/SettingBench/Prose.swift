import Foundation
import Typesetting

/// Prose like that of real articles: their sentences in another order, the same for every run.
struct Prose {
  private let sentences: [String]
  private var random = Steps(state: 1)

  /// - Throws: `ProseError` where the folder has no prose, an error of Foundation where it cannot
  ///   be listed.
  init(articles: URL) throws {
    var sentences: [String] = []
    for path in try FileManager.default.subpathsOfDirectory(atPath: articles.path).sorted()
    where path.hasSuffix(".txt") {
      let data = try Data(contentsOf: articles.appending(path: path))
      let document = Document(Source(Array(data)), name: path)
      for block in document.blocks where block.kind == .paragraph {
        let text = String(decoding: document.text(of: block).bytes, as: UTF8.self)
        sentences += Prose.sentences(of: text)
      }
    }
    guard !sentences.isEmpty else { throw ProseError.noProse(articles.path) }
    self.sentences = sentences
  }

  /// The plain sentences, in ASCII, since not all that is compared counts columns.
  private static func sentences(of text: String) -> [String] {
    let plain = text.replacing(/[‘’]/, with: "'").replacing(/[“”]/, with: "\"")
      .replacing("—", with: "--").replacing("–", with: "-").replacing("…", with: "...")
    var sentences: [[Substring]] = [[]]
    for word in plain.split(whereSeparator: \.isWhitespace) {
      sentences[sentences.count - 1].append(word)
      if let last = word.last, ".?!".contains(last) { sentences.append([]) }
    }
    return sentences.filter { (4...60).contains($0.count) }.map { $0.joined(separator: " ") }
      .filter { $0.utf8.allSatisfy { $0 < 0x80 } }
  }

  /// So many paragraphs, each on one line.
  mutating func paragraphs(count: Int) -> [String] { (0..<count).map { _ in paragraph() } }

  private mutating func paragraph() -> String {
    let count = 3 + random.next(below: 6)
    return (0..<count).map { _ in sentence() }.joined(separator: " ")
  }

  /// A title, and paragraphs of so many bytes or more; every second one is broken to lines.
  mutating func text(bytes: Int) -> [UInt8] {
    var text = Array("An Article\n\n".utf8)
    while text.count < bytes { text += mixed().utf8 }
    return text
  }

  /// The same, by its words.
  mutating func text(words: Int) -> [UInt8] {
    var text = "An Article\n\n"
    var left = words
    while left > 0 {
      let next = mixed()
      left -= next.split(whereSeparator: \.isWhitespace).count
      text += next
    }
    return Array(text.utf8)
  }

  /// Sections with a heading, a list and a paragraph of one sentence each, of so many bytes or more.
  mutating func notes(bytes: Int) -> [UInt8] {
    var text = Array("Some Notes\n\n".utf8)
    while text.count < bytes {
      let items = (0..<4).map { _ in "- \(words(8))" }.joined(separator: "\n")
      text += "\(words(4).capitalized)\n\n\(items)\n\n\(sentence())\n\n".utf8
    }
    return text
  }

  /// A word on each line and a blank line below it.
  mutating func words(bytes: Int) -> [UInt8] {
    text(bytes: bytes) { $0.words(1) }
  }

  /// What somebody says, on a line of its own with a blank line below it.
  mutating func dialogue(bytes: Int) -> [UInt8] {
    text(bytes: bytes) { "\"\($0.words(6)),\" said \($0.words(1))." }
  }

  private mutating func text(bytes: Int, block: (inout Prose) -> String) -> [UInt8] {
    var text: [UInt8] = []
    while text.count < bytes { text += (block(&self) + "\n\n").utf8 }
    return text
  }

  private mutating func sentence() -> String { sentences[random.next(below: sentences.count)] }

  private mutating func words(_ count: Int) -> String {
    sentence().split(separator: " ").prefix(count).joined(separator: " ")
  }

  private mutating func mixed() -> String {
    let text = paragraph()
    return (random.next(below: 2) == 0 ? Prose.broken(text) : text) + "\n\n"
  }

  private static func broken(_ text: String) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.utf8.count + word.utf8.count < 72 {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

enum ProseError: Error, CustomStringConvertible {
  case noProse(String)

  var description: String {
    switch self {
    case .noProse(let path): "There is no prose in \(path)."
    }
  }
}

/// Knuth's linear congruential generator: small, and the same everywhere.
private struct Steps {
  var state: UInt64

  mutating func next(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % bound
  }
}
