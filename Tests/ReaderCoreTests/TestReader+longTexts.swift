import Articles
import ReaderCore
import Synchronization
import Typesetting

// What the runner answers about long texts.
extension TestReader {
  func seek(
    _ path: ArticlePath, _ words: String, from start: Int, isForward: Bool
  ) -> Event {
    let bytes = Array((text(path.displayString) ?? "").utf8)
    let found = Needle(words)?.occurrences(in: bytes) ?? []
    let next =
      isForward
      ? found.first { $0 >= start } ?? found.first : found.last { $0 < start } ?? found.last
    return .sought(path, words, .success(next))
  }

  func seekHit(_ path: ArticlePath, showing typed: String) -> Event {
    let text = SearchableText(Array((text(path.displayString) ?? "").utf8))
    let place = SearchPlace(of: SearchPhrase.phrases(typed: typed), in: text)
    let hit = place.map { TextHit(phrase: $0.phrase, offset: $0.offset) }
    return .hitSought(path, showing: typed, .success(hit))
  }

  func lines(_ path: ArticlePath, before offset: Int) -> LineCount {
    let bytes = Array((text(path.displayString) ?? "").utf8)
    func count(_ part: some Sequence<UInt8>) -> Int { part.count { $0 == 0x0A } }
    return LineCount(offset: offset, before: count(bytes.prefix(offset)), total: count(bytes))
  }

  func places(_ kind: Places.Kind, of path: ArticlePath) -> Places {
    let name = path.displayString
    return Places(kind, of: Documents.document(text(name) ?? "", name: name))
  }

  func source(_ bytes: [UInt8], near offset: Int, count: Int) -> Source {
    let start = min(max(offset - count / 2, 0), bytes.count - count)
    return Source(window: Array(bytes[start..<start + count]), start: start, total: bytes.count)
  }
}

/// The documents of the texts that tests read: many read the same ones.
enum Documents {
  private static let known = Mutex<[String: Document]>([:])

  static func document(_ text: String, name: String) -> Document {
    let key = name + "\n" + text
    if let document = known.withLock({ $0[key] }) { return document }
    let document = Document(Source(Array(text.utf8)), name: name)
    known.withLock { $0[key] = document }
    return document
  }
}
