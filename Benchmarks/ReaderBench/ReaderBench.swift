import ArgumentParser
import Foundation

/// Prints how fast a reader starts and answers keys, and how much memory it takes. Asserts nothing.
@main
struct ReaderBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures a reader on libraries of invented articles.",
    discussion: """
      Times are milliseconds on a terminal of 200x50 (narrow: 80x50), from exec or from the key to \
      the last byte of the answer; they contain what the floor takes. "writes" counts all calls of \
      write by the process: the one to the terminal, those of curses into memory (one a changed \
      row), those of marks and those that wake threads. Searches are measured to the moment from \
      which the page with its snippets stays as it is. A goal is the most that the median may \
      be, of searches the 95th percentile. The files of a library are read before all that is \
      measured with it: nothing waits for the disk.
      """)

  @Argument(help: "The program to measure.")
  var reader: String = ".build/release/lectern"

  @Option(parsing: .upToNextOption, help: "Sizes of the libraries.")
  var articles: [Int] = [1_000, 10_000, 100_000]

  @Option(help: "The most words of an article.")
  var words = 1_200

  @Option(help: "Marked articles in the state file that is measured.")
  var marked = 100_000

  @Flag(help: "Measure the state file alone.")
  var stateAlone = false

  @Flag(help: "Measure long texts alone.")
  var longAlone = false

  @Flag(help: "Measure other programs alone.")
  var peersAlone = false

  @Flag(help: "Leave other programs out.")
  var withoutPeers = false

  @Option(help: "Starts to measure.")
  var runs = 9

  @Option(help: "Where the libraries are kept.")
  var folder = ".build/bench"

  func run() throws {
    let base = URL(filePath: folder, directoryHint: .isDirectory).absoluteURL
    guard !peersAlone else { return try measurePeers(in: base) }
    if !stateAlone, !longAlone { try measureReader(in: base) }
    if !stateAlone {
      try LongTextMeasurement(reader: URL(filePath: reader).path, folder: base, runs: runs).run()
    }
    if !longAlone { try measureState(in: base) }
    Report.conclude()
  }

  private func measureState(in base: URL) throws {
    Report.section("State file, \(marked) marked articles")
    try StateMeasurement(count: marked, runs: runs, folder: base.appending(path: "state")).run()
  }

  private func measurePeers(in base: URL) throws {
    for count in articles {
      let library = try GeneratedLibrary(articles: count, words: words, in: base)
      Report.section("\(count) articles, peers")
      library.warm()
      try Comparison(runs: runs).peers(library)
    }
  }

  private func measureReader(in base: URL) throws {
    let comparison = Comparison(runs: runs)
    Report.section("Floor")
    try comparison.floor()
    for count in articles {
      let library = try GeneratedLibrary(articles: count, words: words, in: base)
      let home = ReaderHome(
        reader: URL(filePath: reader).path, folder: base.appending(path: "home"), library: library)
      let start = StartMeasurement(home: home, runs: runs)
      library.warm()
      try start.firstStart()
      try SearchMeasurement(home: home).withoutIndex()
      try start.index()
      library.warm()
      try start.laterStart()
      try KeyMeasurement(home: home).run()
      library.warm()
      try SearchMeasurement(home: home).run()
      guard !withoutPeers else { continue }
      Report.section("\(count) articles, peers")
      library.warm()
      try comparison.peers(library)
    }
  }
}
