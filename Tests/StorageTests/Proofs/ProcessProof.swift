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

  /// What killed writers left beside the file is there for the next ones.
  @Test func aKilledWriterLosesNoMarkThatItReported() throws {
    let cycles = Proof.count(200, torture: 10_000)
    let seed: UInt64 = .random(in: 0...UInt64.max)
    var numbers = Seeded(seed)
    var folder = try library()
    var saved: [String: Int] = [:]
    var reported = 0
    for cycle in 0..<cycles {
      if cycle.isMultiple(of: 50) {
        folder = try library()
        saved = [:]
      }
      let writer = try Writer(folder, prefix: "\(cycle)", count: .max)
      usleep(.random(in: 1_000...60_000, using: &numbers))
      writer.kill()
      let count = writer.finish().saved
      saved["\(cycle)"] = count
      reported += count
      guard !saved.values.allSatisfy({ $0 == 0 }) else { continue }
      let articles = try #require(state(folder)?.articles, "cycle \(cycle), seed \(seed)")
      let missing = saved.flatMap { prefix, count in (0..<count).map { "\(prefix)/\($0)" } }
        .filter { articles[ArticlePath($0)] == nil }
      #expect(missing == [], "cycle \(cycle), seed \(seed)")
    }
    #expect(reported > cycles / 4, "the writers were killed before they wrote")
    Proof.kill.report(cycles, of: "kills, \(reported) marks reported")
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
