import ArgumentParser
import Foundation

/// The program: `lectern FOLDER` opens the reader; every other command is a word.
///
/// Each command states its name: to make it of the name of its type takes a tenth of the start.
@main
struct Lectern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Reads a folder of text: a list of articles, a page typeset for reading.",
    discussion: "lectern FOLDER opens the reader on a folder. In the reader, ? shows the keys.",
    version: "0.1.0",
    subcommands: [
      Read.self, ListCommand.self, SearchCommand.self, Show.self, MarkCommand.self, TagCommand.self,
      Undo.self, Redo.self, Log.self,
      IndexCommand.self, StateCommand.self, Keys.self, ConfigCommand.self,
    ],
    defaultSubcommand: Read.self)

  static func main() {
    // Too large a file is to be an error like others.
    signal(SIGXFSZ, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      if !failure.message.isEmpty { Output.complain(failure.message) }
      Foundation.exit(failure.status)
    } catch {
      exit(withError: error)
    }
  }
}
