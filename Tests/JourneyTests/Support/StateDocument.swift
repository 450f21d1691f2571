import Foundation

/// The state file as any other program would read it.
struct StateDocument {
  let members: [String: Any]
  let articles: [String: [String: Any]]

  /// Fails where the bytes are no JSON, or not an object with articles.
  init(_ text: String) throws {
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
    guard let members = value as? [String: Any],
      let articles = members["articles"] as? [String: [String: Any]]
    else { throw Missing(description: "no articles in \(text)") }
    self.members = members
    self.articles = articles
  }

  /// The value of a mark (`read`, `starred`, `position`), if the article has it.
  func value(_ mark: String, of key: String) -> Any? {
    (articles[key]?[mark] as? [String: Any])?["value"]
  }

  func isRead(_ key: String) -> Bool { value("read", of: key) as? Bool ?? false }

  func isStarred(_ key: String) -> Bool { value("starred", of: key) as? Bool ?? false }

  /// The keys of the articles that are read, sorted.
  var read: [String] { articles.keys.filter(isRead).sorted() }
}

extension TestLibrary {
  /// The state as it is on the disk; nil where there is none yet.
  func state() throws -> StateDocument? { try stateText.map(StateDocument.init) }
}
