import ArgumentParser
import Articles
import CSystem
import CursesTerminal
import Foundation
import ReaderCore
import Storage
import Typesetting

/// `lectern [read] [LIBRARY]`: opens the reader.
struct Read: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Opens the reader.")

  @OptionGroup var options: LibraryOptions

  @Argument(help: "The folder of articles.", completion: .directory)
  var folder: String?

  func run() throws {
    lectern_memory_share()
    // All that follows takes about as long until the first text is there to be analysed.
    Worker.start { Document.prepare() }
    let root = try options.place(folder).path()
    let library = try open(root)
    let location = options.location(root)
    let mailbox = Mailbox()
    let store = StateStore(location: location) { mailbox.post($0.event) }
    let runner = Runner(
      library: library, index: SearchIndex(options.indexLocation(root)), store: store,
      watch: StateWatch(location),
      traces: TraceFolder("\(Home.cache)/lectern/read/\(StateLocation.name(ofLibrary: root))"),
      sessions: SessionFile(library: root, stateHome: Home.state + "/lectern"), mailbox: mailbox)
    // The folder and the marks are read while the terminal gets ready.
    runner.start()
    let terminal: Terminal
    do {
      terminal = try Terminal()
    } catch {
      throw Failure.terminal(error)
    }
    var loop = ReaderLoop(
      terminal: terminal, runner: runner, mailbox: mailbox,
      settings: settings(root, runner.sessions.load()))
    let status = try loop.run()
    if status != 0 { throw ExitCode(status) }
  }

  /// Where there is no library, no reader tells what is wrong with the configuration.
  private func open(_ root: String) throws(Failure) -> Library {
    do {
      return try options.open(root)
    } catch {
      if let note = UserConfiguration.note { Output.complain(note) }
      throw error
    }
  }

  private func settings(_ root: String, _ session: Session?) -> State.Settings {
    let name = root.split(separator: "/").last.map(String.init) ?? root
    return State.Settings(
      libraryName: name, libraryPath: Home.abbreviated(root),
      secondsFromGMT: Clock.secondsFromGMT, seed: UInt64.random(in: .min ... .max),
      views: UserConfiguration.reading.configuration.views, session: session,
      note: UserConfiguration.note)
  }
}
