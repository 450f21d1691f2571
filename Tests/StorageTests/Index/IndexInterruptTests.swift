import Articles
import Foundation
import Storage
import Synchronization
import Testing

/// A newer question ends an older one, wherever that is.
@Suite struct IndexInterruptTests {
  @Test func interruptsNeverLookLikeDamage() throws {
    let indexed = try IndexedLibrary()
    for number in 0..<400 {
      let words = (0..<200).map { "word\($0 * number % 997)" }.joined(separator: " ")
      try indexed.folder.write("Title: Title \(number)\n\n\(words)\n", to: "\(number).txt")
    }
    try indexed.update()
    let inode = try inode(of: indexed.location)
    let asked = Mutex<SearchIndex?>(indexed.index)
    let thread = Thread {
      while let index = asked.withLock({ $0 }) {
        index.interrupt()
        usleep(.random(in: 0...100))
      }
    }
    thread.start()
    var ended = 0
    for round in 0..<600 {
      // With a new connection, SQLite learns anew how the tables are laid out.
      let index = round.isMultiple(of: 2) ? indexed.index : indexed.index.again()
      asked.withLock { $0 = index }
      do throws(LibraryError) {
        _ = try index.search(
          .term(Term(.text(Phrase("word", isPrefix: true)), range: 0..<0)), limit: 100)
      } catch {
        #expect(error.reason == .system(EINTR))
        ended += 1
      }
    }
    asked.withLock { $0 = nil }
    #expect(ended > 0, "no search was ended")
    #expect(try self.inode(of: indexed.location) == inode, "the index was made anew")
  }

  private func inode(of location: IndexLocation) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: location.file)
    return try #require(attributes[.systemFileNumber] as? Int)
  }
}
