import Articles
import Screen
import Typesetting

/// What happened outside the reader: facts, in the order in which they became known.
package enum Event: Sendable {
  case key(Key)
  case resized(Size)
  /// The time of `State.deadline` has come.
  case deadlinePassed
  /// The program is about to end; what is not saved yet is to be saved now.
  case ending
  /// The program runs again after a suspend.
  case continued

  /// So many articles are likely to be found.
  case expecting(Int)
  /// Some articles of the folder, sorted by path.
  case found([Article])
  /// The whole folder has been walked; the errors are of what could not be listed.
  case scanned([LibraryError])
  /// The folder could not be walked; what is known of it stays.
  case scanFailed(LibraryError)
  /// There are no such articles any longer.
  case vanished([ArticlePath])
  /// More has changed in the folder than can be told.
  case folderChanged
  case described([Description])

  /// The index knows more texts: so many of the articles have had their turn.
  case indexed(done: Int, total: Int)
  /// Those articles of the next answer that fill the screen, where there are more.
  case foundFirst(String, [ArticlePath])
  /// The articles in whose texts a search was found, the best first.
  case foundInTexts(String, Result<[ArticlePath], LibraryError>)
  /// More of them, which the index does not know yet.
  case foundInFiles(String, [ArticlePath])
  /// What stands in a text around the words that were typed.
  case excerpted([(path: ArticlePath, snippet: Snippet)], showing: String)
  /// Where the words of a query stand.
  case foundWords(Query, Result<WordsFound, LibraryError>)
  /// Where the words of the views stand.
  case foundViewWords(Query, Result<WordsFound, LibraryError>)
  /// The articles that are most like one, the likest first.
  case foundRelated(ArticlePath, Result<[ArticlePath], LibraryError>)

  /// An article that was asked for. The changes are the parts of it, in bytes of the source, that were
  /// not there when it was last read; nil where that is not known.
  case opened(ArticlePath, Document, changes: [Range<Int>]? = nil)
  case notOpened(ArticlePath, LibraryError)

  /// Where the words of a search occur in a long text; nil is nowhere.
  case sought(ArticlePath, String, Result<Int?, LibraryError>)

  /// Where in a long text stands what was typed; nil is nowhere.
  case hitSought(ArticlePath, showing: String, Result<TextHit?, LibraryError>)

  /// The headings or the links of all of a long text.
  case placesListed(ArticlePath, Result<Places, LibraryError>)

  /// The lines of a long text.
  case linesCounted(ArticlePath, Result<LineCount?, LibraryError>)

  /// The hyphenation dictionary of a language; nil where there is none.
  case hyphenatorLoaded(Language, Hyphenator?)

  case marksLoaded([ArticlePath: Marks], [Notice])
  /// Marks that another window or another machine made.
  case marksMerged([ArticlePath: Marks])
  /// What was done before this run, or by another window.
  case historyRead([HistoryEntry])
  case noticed(Notice)
  /// So many changes are on the disk, and nothing of them can be lost.
  case saved(Int)
  case notSaved(LibraryError, unsaved: Int)
}

/// The place of a long text by which a search has found it.
package struct TextHit: Hashable, Sendable {
  /// Which of the words and phrases that were typed stands there.
  let phrase: Int
  /// The absolute byte at which it does.
  let offset: Int

  package init(phrase: Int, offset: Int) {
    self.phrase = phrase
    self.offset = offset
  }
}

/// What was learned of an article by reading it.
package struct Description: Sendable {
  package let path: ArticlePath
  package let outcome: Result<Summary, LibraryError>

  package init(path: ArticlePath, outcome: Result<Summary, LibraryError>) {
    self.path = path
    self.outcome = outcome
  }
}

/// What the user is to know about the state file.
package enum Notice: Hashable, Sendable {
  /// The file was damaged: a copy was kept, and the marks of so many articles were read from it.
  case recovered(articles: Int, copy: String)
  /// The file was written for a newer program: it is read and never written.
  case newerFormat
  /// The library cannot be written: the marks are kept in this file.
  case keptElsewhere(String)
  /// The file could not be read.
  case unreadable(LibraryError)
  /// What is done now can be undone in this run only.
  case historyNotKept(LibraryError)
  /// Not all changes in the folder are told.
  case notWatched(LibraryError)
  /// The folder itself was moved away.
  case folderGone
  /// The folder itself was removed, or its disk or server was taken away.
  case folderLost
  /// The folder is again where it was.
  case folderBack
}
