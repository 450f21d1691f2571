import Articles
import Foundation
import Seeded
import Storage
import Testing

/// Real processes: killed while they write, and many that write at once.
@Suite(.serialized) struct ProcessProof {
  private func library() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "library/a.txt")
    return folder
  }

  /// The file as it is; nil where it is none, or not whole.
  private func state(_ folder: TemporaryFolder) -> LibraryState? {
    FileManager.default.contents(atPath: Writer.file(folder)).flatMap { LibraryState([UInt8]($0)) }
  }

  /// Several write at once, each killed at a moment of its own: whoever holds the lock, waits for it or
  /// is about to start. What they left beside the file is there for the next ones.
  @Test func aKilledWriterLosesNoMarkThatItReported() throws {
    let kills = Proof.count(500, torture: 10_000)
    let atOnce = 4
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var numbers = Seeded(seed)
    var folder = try library()
    var saved: [String: Int] = [:]
    var reported = 0
    for round in 0..<(kills / atOnce) {
      if round.isMultiple(of: 12) {
        folder = try library()
        saved = [:]
      }
      let writers = try (0..<atOnce).map { index in
        let prefix = "\(round)-\(index)"
        return (prefix, try Writer(folder, prefix: prefix, count: .max))
      }
      // It takes them a while to start, on a busy machine a long one.
      if !round.isMultiple(of: 4) { writers[round % atOnce].1.awaitReport() }
      for (_, writer) in writers {
        usleep(.random(in: 1_000...20_000, using: &numbers))
        writer.kill()
      }
      for (prefix, writer) in writers {
        saved[prefix] = writer.finish().saved
        reported += saved[prefix] ?? 0
      }
      try expectAll(saved, in: folder, "round \(round), seed \(seed)")
    }
    #expect(reported > kills / 4, "the writers were killed before they wrote")
    Proof.kill.report(kills, of: "kills, \(reported) marks reported")
  }

  private func expectAll(
    _ saved: [String: Int], in folder: TemporaryFolder, _ comment: Comment
  ) throws {
    guard !saved.values.allSatisfy({ $0 == 0 }) else { return }
    let articles = try #require(state(folder)?.articles, comment)
    let missing = saved.flatMap { prefix, count in (0..<count).map { "\(prefix)/\($0)" } }
      .filter { articles[ArticlePath($0)] == nil }
    #expect(missing == [], comment)
  }

  @Test func writersAtOnceLoseNothing() throws {
    let folder = try library()
    let count = Proof.count(20, torture: 1_000)
    let writers = try (0..<16).map { try Writer(folder, prefix: "\($0)", count: count) }
    for writer in writers { #expect(writer.finish() == (0, count)) }
    let marked = Set(try #require(state(folder)).articles.keys.map(\.displayString))
    let all = (0..<16).flatMap { writer in (0..<count).map { "\(writer)/\($0)" } }
    #expect(marked == Set(all))
    Proof.writers.report(16 * count, of: "marks by 16 processes")
  }
}
