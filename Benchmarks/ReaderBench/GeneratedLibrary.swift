import Foundation

/// A folder of invented articles, the same for every run: of 300 to 1,200 words each, or fewer, drawn
/// from a vocabulary where, as in a language, the n-th word is n times rarer than the first.
struct GeneratedLibrary {
  let folder: URL
  let articles: Int

  /// Makes the library below a folder, where it is not there from an earlier run.
  init(articles: Int, words: Int, in parent: URL) throws {
    self.articles = articles
    folder = parent.appending(path: "library-\(articles)-\(words)")
    let complete = folder.appending(path: ".complete")
    guard !FileManager.default.fileExists(atPath: complete.path) else { return }
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var writer = ArticleWriter()
    for number in 0..<articles {
      let name = Self.mark(number) + "-" + writer.words(2).joined(separator: "-") + ".txt"
      let text = writer.article(number, words: words)
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    try Data().write(to: complete)
  }

  /// What comes while a reader looks.
  var newFile: URL { folder.appending(path: "a-new-one.txt") }

  /// Forgets what a reader wrote there, and what was left by a run that was ended early.
  func clean() {
    try? FileManager.default.removeItem(at: newFile)
    try? FileManager.default.removeItem(at: folder.appending(path: ".lectern"))
  }

  /// Reads all files, so that nothing that is measured waits for the disk.
  func warm() {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names { _ = try? Data(contentsOf: folder.appending(path: name)) }
  }

  /// Two words that stand in one article after the other, for each of some articles.
  func phrases(_ count: Int) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".txt") }.sorted().prefix(count).compactMap { name in
      let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      let words = text?.split(separator: "\n\n").last?.split { !$0.isLetter }.prefix(2)
      return words?.joined(separator: " ").lowercased()
    }
  }

  /// In how many articles a word stands.
  func count(of word: String) throws -> Int {
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(filePath: "/usr/bin/grep")
    process.arguments = ["-rliw", "--include=*.txt", word, folder.path]
    process.standardOutput = pipe
    try process.run()
    let names = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return names.count { $0 == UInt8(ascii: "\n") }
  }

  /// The sizes of the files in a folder, in all.
  static func bytes(in folder: URL) -> Int {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.reduce(0) { sum, name in
      let path = folder.appending(path: name).path
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return sum + ((attributes?[.size] as? Int) ?? 0)
    }
  }

  /// What stands in the name and in the title of an article, and in no text.
  static func mark(_ number: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }

  /// How many rows below the first show an article: by its name, or by its title alone.
  static func rows(_ screen: [String], titles: Bool) -> Int {
    let pattern = titles ? /Letter \d{5,}:/ : /\b\d{5,}\b/
    return screen.dropFirst().count { $0.contains(pattern) }
  }
}

/// Writes articles of invented words.
struct ArticleWriter {
  private static let syllables = [
    "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va",
    "ar", "en", "is", "or", "un", "al", "est", "ing", "ter", "ment",
  ]

  private var random = SplitMix64(state: 1)
  private var vocabulary: [String] = []
  /// For each word of the vocabulary, the weights of all words up to it.
  private var weights: [Double] = []

  init(vocabularySize: Int = 20_000) {
    var total = 0.0
    for rank in 1...vocabularySize {
      vocabulary.append(makeWord())
      total += 1 / Double(rank)
      weights.append(total)
    }
  }

  /// The words by how often they stand in the articles.
  func commonest(_ count: Int) -> [String] { Array(vocabulary.prefix(count)) }

  /// Words that stand in about as many articles as the one with a rank, or in fewer.
  func between(_ count: Int, after rank: Int) -> [String] {
    Array(vocabulary[rank...].lazy.filter(isAlone).prefix(count))
  }

  /// The words that stand in the fewest articles.
  func rarest(_ count: Int) -> [String] {
    Array(vocabulary.reversed().lazy.filter(isAlone).prefix(count))
  }

  /// Whether no other word contains it: in titles, and as one types, those would be found as well.
  private func isAlone(_ word: String) -> Bool {
    vocabulary.count { $0.utf8.count >= word.utf8.count && $0.contains(word) } == 1
  }

  mutating func words(_ count: Int) -> [String] { (0..<count).map { _ in word() } }

  /// A title, a blank line, and paragraphs; in every second article broken to lines of 72.
  mutating func article(_ number: Int, words most: Int) -> String {
    var left = Int.random(in: most / 4...most, using: &random)
    var paragraphs = [title(number)]
    while left > 0 {
      let count = min(left, Int.random(in: 30...120, using: &random))
      let text = sentence(words(count))
      paragraphs.append(number.isMultiple(of: 2) ? text : Self.broken(text, columns: 72))
      left -= count
    }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  private mutating func title(_ number: Int) -> String {
    let title = words(4).map(\.capitalized).joined(separator: " ")
    return "Letter \(GeneratedLibrary.mark(number)): \(title)"
  }

  private func sentence(_ words: [String]) -> String {
    let text = words.joined(separator: " ")
    return text.prefix(1).uppercased() + text.dropFirst() + "."
  }

  private static func broken(_ text: String, columns: Int) -> String {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let last = lines.last, last.utf8.count + word.utf8.count < columns {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }

  private mutating func word() -> String {
    let point = Double.random(in: 0..<(weights.last ?? 0), using: &random)
    var low = 0
    var high = weights.count - 1
    while low < high {
      let middle = (low + high) / 2
      if weights[middle] <= point { low = middle + 1 } else { high = middle }
    }
    return vocabulary[low]
  }

  private mutating func makeWord() -> String {
    let count = Int.random(in: 1...4, using: &random)
    return (0..<count).map { _ in Self.syllables.randomElement(using: &random) ?? "" }.joined()
  }
}

/// A small generator with a seed (Steele, Lea and Flood, 2014): Swift's own has none.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
