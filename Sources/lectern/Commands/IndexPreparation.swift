import Articles
import Foundation
import ReaderCore
import Storage

/// Brings the index up to date for a command that needs it.
struct IndexPreparation {
  let library: Library
  let articles: [Article]
  let unlisted: [LibraryError]

  /// How long a command waits for another one that writes the index.
  private static let patience: Timestamp = 10_000

  /// The index, and what it knows of the articles. Where there can be no file, the index is made in
  /// memory; where another window writes it, it is taken as it is.
  func run(
    _ location: IndexLocation
  ) throws -> (index: SearchIndex, known: [ArticlePath: Summary]) {
    let index = SearchIndex(location)
    do throws(LibraryError) {
      return try prepared(index)
    } catch {
      // A damaged index is gone by now, and is made anew.
      if error.reason == .damaged, let prepared = try? prepared(index) { return prepared }
      Note.say("no index on the disk: \(Wording.reason(error)); searching without")
    }
    do throws(LibraryError) {
      return try prepared(SearchIndex())
    } catch {
      throw Failure.index(error)
    }
  }

  private func prepared(
    _ index: SearchIndex
  ) throws(LibraryError) -> (index: SearchIndex, known: [ArticlePath: Summary]) {
    if let known = try? index.known(articles), known.count == articles.count,
      try index.count() == articles.count
    {
      return (index, known)
    }
    try update(index)
    return (index, try index.known(articles))
  }

  private func update(_ index: SearchIndex) throws(LibraryError) {
    let end = Clock.steady + IndexPreparation.patience
    while true {
      if let writer = try IndexWriter(index) {
        let update = IndexUpdate(of: library, into: writer)
        _ = try update.run(articles, unlisted: unlisted, progress: Note.progress)
        return
      }
      guard Clock.steady < end else {
        return Note.say("another Lectern writes the index; searching what is there")
      }
      usleep(20_000)
    }
  }
}

/// What a person at a terminal is told beside the output.
enum Note {
  private static let isShown = isatty(STDERR_FILENO) == 1

  static func say(_ text: String) {
    if isShown { Output.complain(text) }
  }

  /// One line that is written over and over, and is gone in the end.
  static func progress(_ progress: IndexUpdate.Progress) {
    guard isShown, progress.total > 0 else { return }
    let line =
      progress.done == progress.total
      ? "\r\u{1B}[K" : "\rIndexing: \(progress.done) of \(progress.total) articles"
    FileHandle.standardError.write(Data(line.utf8))
  }
}
