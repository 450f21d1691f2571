import ArgumentParser
import CSystem
import Foundation
import Screen

/// The program: `lectern FOLDER` opens the reader; every other command is a word.
@main
struct Lectern: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lectern",
    abstract: "Reads a folder of text: a list of articles, a page typeset for reading.",
    discussion: "lectern FOLDER opens the reader on a folder. In the reader, ? shows the keys.",
    version: "0.1.0",
    subcommands: [
      Read.self, Show.self, MarkCommand.self, TagCommand.self, Undo.self, Redo.self, Log.self,
      StateCommand.self, Keys.self,
    ],
    defaultSubcommand: Read.self)

  static func main() {
    lectern_memory_share()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      if !failure.message.isEmpty {
        let text = SafeText("lectern: " + failure.message).string + "\n"
        FileHandle.standardError.write(Data(text.utf8))
      }
      Foundation.exit(failure.status)
    } catch {
      exit(withError: error)
    }
  }
}
