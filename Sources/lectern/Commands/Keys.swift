import ArgumentParser
import ReaderCore

/// `lectern keys`: the keys in use.
struct Keys: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown
  }

  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Prints the keys in use.")

  @Option(help: "text, or markdown for a table.")
  var format = Format.text

  func run() throws {
    switch format {
    case .text: try Output.write(KeyTable.text(.standard))
    case .markdown: try Output.write(KeyTable.markdown(.standard))
    }
  }
}
