import Articles
import Screen

// Commands by their names.
extension State {
  mutating func beginCommand() {
    prompt = Prompt(.command, origin: list.selected?.path)
  }

  /// Does what was named; a beginning is enough where it is that of one command.
  mutating func acceptCommand(_ prompt: Prompt, mayWait: Bool) {
    let name = prompt.text.filter { !$0.isWhitespace }
    guard !name.isEmpty else { return self.prompt = nil }
    guard let command = Command(named: name) else {
      self.prompt = nil
      return message = Message(Wording.noSuchCommand(name), .mistake)
    }
    if let missing = missing(for: command) {
      guard !mayWait else { return wait(for: .enter) }
      self.prompt = nil
      return message = Message(Wording.missing(missing), .error)
    }
    self.prompt = nil
    perform(command, count: nil)
  }
}

extension Command {
  /// What the command line calls it: `toggle-read`.
  package var name: String {
    rawValue.reduce(into: "") { name, letter in
      name += letter.isUppercase ? "-" + letter.lowercased() : String(letter)
    }
  }

  /// The command with this name, or the only one whose name begins so.
  fileprivate init?(named name: String) {
    let candidates = Command.names(with: name)
    guard let only = candidates.first, candidates.count == 1 || only.name == name else {
      return nil
    }
    self = only
  }

  /// Those whose names begin so, the one of exactly that name first.
  fileprivate static func names(with beginning: String) -> [Command] {
    let candidates = allCases.filter { $0.name.hasPrefix(beginning) && $0 != .commandLine }
    return candidates.sorted { $0.name < $1.name }
  }
}

extension Completion {
  /// Of the name of a command.
  init(command beginning: String) {
    self.init(head: "", candidates: Command.names(with: beginning).map(\.name))
  }
}
