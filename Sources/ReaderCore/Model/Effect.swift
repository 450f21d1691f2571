import Articles
import Typesetting

/// What the reader wants done outside. The runner does it and answers with events.
package enum Effect: Hashable, Sendable {
  /// Read an article, of a long one the part around a byte offset.
  case load(ArticlePath, near: Int)
  /// Look for words in all of a long text, from a byte offset on, down or up, once around.
  case seek(ArticlePath, String, from: Int, isForward: Bool)
  /// Look in all of a long text for the place by which it was found, as far as it is searched.
  case seekHit(ArticlePath, showing: String)
  /// List the headings or the links of all of a long text.
  case list(Places.Kind, ArticlePath)
  /// Count the lines of a long text, and those before a byte offset; of several only the last is
  /// wanted.
  case countLines(ArticlePath, before: Int)
  /// Read these ahead: one of them is likely to be wanted next.
  case prepare([ArticlePath])
  /// Read what the list shows of these articles before all others.
  case describe([ArticlePath])
  /// Look for words and phrases in texts, of all articles where none are chosen, and first for what
  /// fills a page; of several searches only the last is wanted.
  case search(String, among: ChosenArticles?, page: Int)
  /// Look for the same in the files that the index does not know yet; of several only the last is
  /// wanted.
  case searchFiles(String, among: ChosenArticles?)
  /// Read what rows show of these texts around the words that were typed; of several only the last
  /// is wanted.
  case excerpt([ArticlePath], showing: String)
  /// Look up in which articles the words of a query stand; of several only the last is wanted.
  case lookUp(Query)
  /// Look up in which articles the words of the views stand; of several only the last is wanted.
  case lookUpViews(Query)
  /// Look for the articles that are most like one.
  case relate(ArticlePath)
  /// Read the hyphenation dictionary of a language.
  case loadHyphenator(Language)
  case save([MarkChange])
  /// Add to the history; comes before the changes that belong to it.
  case log(HistoryEntry)
  /// Remember the text of an article as it is, because it has been read.
  case keepTrace(ArticlePath)
  case scan
  case redraw
  case suspend
  case quit
}
