import Articles
import ReaderCore
import Storage
import Synchronization
import Typesetting

/// Work on long texts beyond the part that is there. Of each kind only the last is still wanted.
final class LongTexts: Sendable {
  private let library: Library
  private let mailbox: Mailbox
  private let seeks = Latest()
  private let counts = Latest()

  init(library: Library, mailbox: Mailbox) {
    self.library = library
    self.mailbox = mailbox
  }

  func seek(_ text: String, in path: ArticlePath, from start: Int, isForward: Bool) {
    let isWanted = seeks.next()
    Worker.start { [library, mailbox] in
      guard let needle = Needle(text) else {
        return mailbox.post(.sought(path, text, .success(nil)))
      }
      let outcome = Result { () throws(LibraryError) in
        try library.occurrence(
          of: needle, in: path, from: start, isForward: isForward, while: isWanted)
      }
      if isWanted() { mailbox.post(.sought(path, text, outcome)) }
    }
  }

  func seekHit(in path: ArticlePath, showing typed: String) {
    let isWanted = seeks.next()
    Worker.start { [library, mailbox] in
      let outcome = Result { () throws(LibraryError) in
        let phrases = SearchPhrase.phrases(typed: typed)
        let hit = try library.hit(of: phrases, in: path, while: isWanted)
        return hit.map { TextHit(phrase: $0.phrase, offset: $0.offset) }
      }
      if isWanted() { mailbox.post(.hitSought(path, showing: typed, outcome)) }
    }
  }

  func list(_ kind: Places.Kind, of path: ArticlePath) {
    Worker.start { [library, mailbox] in
      let outcome = Result { () throws(LibraryError) in
        switch kind {
        case .headings: Places.headings(try library.headings(of: path))
        case .links: Places.links(try library.links(of: path))
        }
      }
      mailbox.post(.placesListed(path, outcome))
    }
  }

  func countLines(of path: ArticlePath, before offset: Int) {
    let isWanted = counts.next()
    Worker.start { [library, mailbox] in
      let outcome = Result { () throws(LibraryError) in
        try library.lineCount(of: path, before: offset, while: isWanted)
      }
      if isWanted() { mailbox.post(.linesCounted(path, outcome)) }
    }
  }
}

/// Numbers pieces of work, to tell whether one is still the last.
final class Latest: Sendable {
  private let number = Mutex(0)

  /// Begins a piece; what is returned tells whether none has begun since.
  func next() -> @Sendable () -> Bool {
    let own = number.withLock { number in
      number += 1
      return number
    }
    return { self.number.withLock { $0 == own } }
  }
}
