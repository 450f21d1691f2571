import Articles
import ReaderCore
import Storage
import Typesetting

/// Reads what rows show of the texts that a search has found. Only what was asked for last is still
/// wanted.
final class Excerpts: Sendable {
  private let library: Library
  private let mailbox: Mailbox
  private let questions = Latest()

  init(library: Library, mailbox: Mailbox) {
    self.library = library
    self.mailbox = mailbox
  }

  /// A text that cannot be read shows nothing.
  func excerpt(_ paths: [ArticlePath], showing text: String) {
    let isWanted = questions.next()
    Worker.start { [library, mailbox] in
      for path in paths where isWanted() {
        let document = (try? library.document(path)) ?? Document(Source([]), name: "")
        mailbox.post(.excerpted(path, text, Snippet(of: document, typed: text)))
      }
    }
  }
}
