import Articles

/// What has become of the marks: facts for the screen to word.
package enum StateReport: Hashable, Sendable {
  /// So many changes more are on the disk and would survive a power cut.
  case saved(changes: Int)
  /// The changes are kept in memory, and saving is tried again later.
  case failed(LibraryError, unsaved: Int)
  /// Marks made elsewhere were found on the disk: what the articles' marks are now.
  case merged([ArticlePath: Marks])
  /// Another window or command did something.
  case history([HistoryEntry])
  case notice(StateNotice)
}

/// Something about the state file that the user should know.
package enum StateNotice: Hashable, Sendable {
  /// The file was damaged. The marks of so many articles could be read from it; it was kept as `copy`.
  case recovered(articles: Int, copy: String)
  /// The file asks for a newer program, so this one will not write it.
  case newer(minimumReader: Int64)
  /// The library cannot be written; the marks are kept in this file.
  case keptElsewhere(String)
  case unreadable(LibraryError)
  case historyNotKept(LibraryError)
}

/// What was found on the disk at the start.
package struct LoadedState: Hashable, Sendable {
  package var marks: [ArticlePath: Marks] = [:]
  package var notices: [StateNotice] = []
}

/// What reading the disk brought.
struct News {
  var changed: [ArticlePath: Marks] = [:]
  var notices: [StateNotice] = []

  mutating func add(_ more: [ArticlePath: Marks]) {
    if changed.isEmpty { changed = more } else { changed.merge(more) { $1 } }
  }
}
