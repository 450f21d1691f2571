import ArgumentParser
import Foundation

/// Prints how fast texts are understood and set, and how even their lines are. Asserts nothing.
@main
struct SettingBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures the typesetting, beside ICU, fmt and par.",
    discussion: """
      The prose is made of sentences of the articles that come with the program, mixed anew. \
      Raggedness is the sum of squared slack at 72 columns over all lines but the last of each \
      paragraph: less is better.
      """)

  @Option(help: "The folder of articles whose sentences are used.")
  var articles = "articles"

  @Option(help: "The size of the long text in megabytes.")
  var size = 10

  @Option(help: "How often each figure is measured; the median is printed.")
  var runs = 5

  func run() throws {
    var prose = try Prose(articles: URL(filePath: articles, directoryHint: .isDirectory))
    let long = prose.text(bytes: size * 1_000_000)
    let speed = Speed(runs: runs)
    print("Speed, \(size) MB of prose")
    speed.throughput(of: long)
    print("\n1 MB of short blocks")
    speed.classification("headings, lists, short paragraphs", prose.notes(bytes: 1_000_000))
    speed.classification("dialogue", prose.dialogue(bytes: 1_000_000))
    speed.classification("a word a line", prose.words(bytes: 1_000_000))
    print("\nAn article of 2,000 words")
    speed.article(prose.text(words: 2_000))
    print("\nRaggedness at 72 columns")
    let paragraphs = prose.paragraphs(count: 2_000)
    Raggedness(paragraphs, columns: 72).show()
  }
}

/// Prints a figure beside its name.
func report(_ name: String, _ value: String) {
  print("  " + name.padding(toLength: 46, withPad: " ", startingAt: 0) + value)
}
