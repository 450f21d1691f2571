import Articles

/// What the reader wants done outside. The runner does it and answers with events.
package enum Effect: Hashable, Sendable {
  /// Read an article, of a long one the part around a byte offset.
  case load(ArticlePath, near: Int)
  /// Read these ahead: one of them is likely to be wanted next.
  case prepare([ArticlePath])
  /// Read what the list shows of these articles before all others.
  case describe([ArticlePath])
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
