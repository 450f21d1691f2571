import Screen

/// The keys and what they do, as help, `lectern keys` and the README print them.
package enum KeyTable {
  /// A command, all its keys, and what it does.
  package struct Row: Hashable, Sendable {
    package let command: Command
    package let keys: String
    package let help: String
  }

  /// The commands of a group that have keys in a pane (nil: in any), in the order of help; and those
  /// that have none anywhere, which are done by their names.
  package static func rows(
    of group: Command.Group, in pane: PaneName?, _ keymap: Keymap
  ) -> [Row] {
    Command.table.filter { $0.group == group }.compactMap { entry in
      let bindings = keymap.rows.filter { row in
        row.command == entry.command && (pane == nil || row.pane == nil || row.pane == pane)
      }
      var keys = bindings.flatMap { $0.sequences.map(Keymap.name) }
      if !keymap.rows.contains(where: { $0.command == entry.command }) {
        keys = [":" + entry.command.name]
      }
      guard !keys.isEmpty else { return nil }
      return Row(command: entry.command, keys: keys.joined(separator: " "), help: entry.help)
    }
  }

  /// Lines of text of all groups: the keys, and what they do.
  package static func text(_ keymap: Keymap) -> String {
    let groups = Command.Group.allCases.map { group in
      let rows = rows(of: group, in: nil, keymap).map { row in
        let room = String(repeating: " ", count: max(22 - row.keys.unicodeScalars.count, 1))
        return "  \(row.keys)\(room)\(row.help)\n"
      }
      return group.rawValue + "\n" + rows.joined()
    }
    return groups.joined(separator: "\n")
  }

  /// A Markdown table of all groups.
  package static func markdown(_ keymap: Keymap) -> String {
    let groups = Command.Group.allCases.flatMap { group in
      rows(of: group, in: nil, keymap).map { row in
        let keys = row.keys.split(separator: " ").map { "`\($0)`" }.joined(separator: " ")
        return "| \(group.rawValue) | \(keys.replacing("|", with: "\\|")) | \(row.help) |"
      }
    }
    return (["| | keys | |", "|---|---|---|"] + groups).joined(separator: "\n") + "\n"
  }
}
