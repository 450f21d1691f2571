import Articles
import ReaderCore
import Storage
import Typesetting

/// Reads what rows show of the texts that a search has found. Only what was asked for last is still
/// wanted.
final class Excerpts: Sendable {
  /// So many read at a time, since reading is what takes long.
  private static let workers = 2
  /// So long snippets are gathered before they are posted: taking them in takes time too.
  private static let patience = Duration.milliseconds(4)
  /// The texts that were looked through last are kept, as far as there is room for them: the next
  /// letter finds most of them again.
  private static let room = 1 << 20

  private let library: Library
  private let mailbox: Mailbox
  private let questions = Latest()
  private let latest = LatestTexts<SearchedText>(room: Excerpts.room)

  init(library: Library, mailbox: Mailbox) {
    self.library = library
    self.mailbox = mailbox
  }

  func excerpt(_ paths: [ArticlePath], showing typed: String) {
    let isWanted = questions.next()
    for part in 0..<min(Excerpts.workers, paths.count) {
      let share = stride(from: part, to: paths.count, by: Excerpts.workers).map { paths[$0] }
      Worker.start { [self] in excerpt(share, showing: typed, while: isWanted) }
    }
  }

  private func excerpt(
    _ paths: [ArticlePath], showing typed: String, while isWanted: () -> Bool
  ) {
    let phrases = SearchPhrase.phrases(typed: typed)
    var snippets: [(path: ArticlePath, snippet: Snippet)] = []
    var end = ContinuousClock.now + Excerpts.patience
    for (number, path) in paths.enumerated() {
      let text = text(of: path)
      guard let snippet = library.snippet(of: text, path, showing: phrases, while: isWanted)
      else { return }
      snippets.append((path, snippet))
      guard number == paths.count - 1 || end < .now else { continue }
      mailbox.post(.excerpted(snippets, showing: typed))
      snippets = []
      end = .now + Excerpts.patience
    }
  }

  /// A text that cannot be read shows nothing.
  private func text(of path: ArticlePath) -> SearchedText {
    guard let version = try? library.version(path) else { return .empty }
    if let text = latest.take(path, version) { return text }
    let text = (try? library.document(path)).map { SearchedText(of: $0) } ?? .empty
    latest.put(text, of: path, version, size: text.byteCount)
    return text
  }
}
