import Foundation
import Seeded
import TerminalTesting
import Testing

/// The index after kills at any moment.
@Suite struct IndexKillJourneys {
  @Test func whatAKillLeavesIsGoneOnWith() throws {
    var random = Seeded(1)
    let library = try TestLibrary()
    for number in 0..<400 {
      let words = (0..<60).map { _ in "w\(Int.random(in: 0..<500, using: &random))" }
      try library.write(
        "\(number).txt",
        "Title: Letter \(number)\n\nonly\(number) \(words.joined(separator: " "))\n")
    }
    let index = [Products.path("lectern"), "index", "--library", library.path]
    for kill in 0..<25 {
      // More articles each time, so that there is something to do.
      try library.write("k\(kill).txt", "Title: K\n\nkilled \(kill)\n")
      let milliseconds = Int.random(in: 0...120, using: &random)
      try library.finish(
        "\"$@\" >/dev/null 2>&1 & sleep 0.\(String(1_000 + milliseconds).dropFirst()); kill -9 $!; wait",
        index + (kill % 6 == 5 ? ["--rebuild"] : []))
    }
    let finished = try library.finish("exec \"$@\"", index)
    #expect(finished.exit == .status(0) && finished.text.hasPrefix("425 articles"), "\(finished)")
    try expectSameAsFresh(library)
  }

  /// Searches what was built through kills, and what is built at once.
  private func expectSameAsFresh(_ library: TestLibrary) throws {
    let queries = ["w7", "\"w1 w2\" or only17", "-w3", "killed", "letter -w4", "only399"]
    for query in queries {
      let command = [Products.path("lectern"), "list", "--library", library.path, query]
      let survived = try library.finish("exec \"$@\"", command)
      let fresh = try library.finish(
        "exec \"$@\"", command, environment: ["XDG_CACHE_HOME": library.home + "/fresh"])
      #expect(survived.text == fresh.text && !fresh.text.isEmpty, "\(query)")
    }
  }
}
