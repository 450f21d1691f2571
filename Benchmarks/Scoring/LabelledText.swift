import Foundation

/// What a line of a text is to a person.
package enum Label: String, Codable, CaseIterable, Sendable {
  case title, byline, heading, body, list, quote, pre, furniture

  /// Whether it is part of what the author wrote, so that a reader must not leave it out.
  var isContent: Bool {
    switch self {
    case .heading, .body, .list, .quote, .pre: true
    case .title, .byline, .furniture: false
    }
  }
}

/// A text, and what a person found in it: `NAME.txt` and `NAME.json`.
package struct LabelledText: Sendable {
  /// The file's contents beside the text.
  struct Truth: Decodable {
    let kind: String
    let title: String?
    let title_accept: [String?]?
    let author: String?
    let author_accept: [String?]?
    let date: String?
    let date_accept: [String?]?
    let lines: [String: [Label]]
  }

  package let name: String
  /// `web`, `mail`, `book` and the like.
  package let kind: String
  package let bytes: [UInt8]
  /// What counts as right, the best first; nil where the text may be said to have none.
  let titles: [String?]
  let authors: [String?]
  let dates: [String?]
  /// For each line that is not blank, by its number from 1, the labels that count as right.
  let labels: [Int: [Label]]

  /// - Throws: an error of Foundation where a file is missing or not of this form.
  package init(name: String, in folder: URL) throws {
    let truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: folder.appending(path: name + ".json")))
    self.name = name
    kind = truth.kind
    bytes = Array(try Data(contentsOf: folder.appending(path: name + ".txt")))
    titles = [truth.title] + (truth.title_accept ?? [])
    authors = [truth.author] + (truth.author_accept ?? [])
    dates = [truth.date] + (truth.date_accept ?? [])
    labels = Dictionary(
      truth.lines.compactMap { number, labels in Int(number).map { ($0, labels) } }
    ) { first, _ in first }
  }

  /// All texts of a folder, by their names.
  /// - Throws: as `init`, and where the folder cannot be listed.
  package static func all(in folder: URL) throws -> [LabelledText] {
    let names = Set(try FileManager.default.contentsOfDirectory(atPath: folder.path))
    return try names.filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }
      .filter { names.contains($0 + ".json") }.sorted()
      .map { try LabelledText(name: $0, in: folder) }
  }

  /// The lines without their ends; a line ends at a line feed and nowhere else.
  var lines: [String] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
  }
}
