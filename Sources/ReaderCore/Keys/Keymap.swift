import Screen

/// The panes that have keys.
package enum PaneName: String, Sendable, CaseIterable {
  case list, reading
}

/// Which keys do what.
package struct Keymap: Sendable {
  /// Some keys and their command; `pane` is nil where both panes know them.
  package struct Row: Sendable {
    package let command: Command
    package let sequences: [[Key]]
    package let pane: PaneName?

    /// - Parameter keys: sequences, separated by spaces; see `Keymap.sequence(named:)`.
    init(_ command: Command, _ keys: String, in pane: PaneName? = nil) {
      self.command = command
      self.pane = pane
      sequences = keys.split(separator: " ").map { Keymap.sequence(named: $0) }
    }
  }

  /// What a sequence of keys means so far.
  package enum Meaning: Equatable, Sendable {
    case command(Command)
    /// More keys are wanted: those that can follow and what they lead to.
    case prefix
    case nothing
  }

  package let rows: [Row]
  /// What prefixes of more than one key lead to.
  private static let prefixNames = ["gs": "sort"]
  private var commands: [PaneName: [[Key]: Command]] = [:]
  private var prefixes: [PaneName: Set<[Key]>] = [:]
  /// How help writes the first keys of commands.
  private var firstNames: [PaneName: [Command: String]] = [:]

  package init(_ rows: [Row]) {
    self.rows = rows
    for pane in PaneName.allCases {
      for row in rows where row.pane == nil || row.pane == pane {
        if let first = row.sequences.first, firstNames[pane]?[row.command] == nil {
          firstNames[pane, default: [:]][row.command] = Keymap.name(of: first)
        }
        for sequence in row.sequences {
          commands[pane, default: [:]][sequence] = row.command
          for count in 1..<max(sequence.count, 1) {
            prefixes[pane, default: []].insert(Array(sequence.prefix(count)))
          }
        }
      }
    }
  }

  package func meaning(of sequence: [Key], in pane: PaneName) -> Meaning {
    if let command = commands[pane]?[sequence] { return .command(command) }
    return prefixes[pane]?.contains(sequence) == true ? .prefix : .nothing
  }

  /// The keys that can follow a prefix, and what they lead to, in the order of the rows.
  package func continuations(of prefix: [Key], in pane: PaneName) -> [(keys: String, hint: String)]
  {
    var following: [(keys: String, hint: String)] = []
    for row in rows where row.pane == nil || row.pane == pane {
      for sequence in row.sequences where sequence.starts(with: prefix) {
        guard let next = sequence.dropFirst(prefix.count).first else { continue }
        let isLast = sequence.count == prefix.count + 1
        let keys = next.name + (isLast ? "" : "…")
        guard !following.contains(where: { $0.keys == keys }) else { continue }
        let name = Keymap.prefixNames[Keymap.name(of: prefix + [next])] ?? ""
        following.append((keys, isLast ? row.command.entry.hint : name))
      }
    }
    return following
  }

  /// How help writes the first keys of a command.
  func firstKeys(of command: Command, in pane: PaneName) -> String? {
    firstNames[pane]?[command]
  }

  /// `gg` is two keys; `Ctrl-D`, `PgDn`, `Space` and other names are one.
  static func sequence(named name: Substring) -> [Key] {
    if let key = Key(name: String(name)) { return [key] }
    return name.unicodeScalars.map { .character($0) }
  }

  /// A sequence as help writes it: `gg`, `Ctrl-D`, `PgDn`.
  package static func name(of sequence: [Key]) -> String {
    sequence.map(\.name).joined()
  }
}

extension Keymap {
  /// The keys of the `lectern` preset.
  package static let standard = Keymap([
    Row(.down, "j Down"),
    Row(.up, "k Up"),
    Row(.pageDown, "f PgDn Ctrl-F"),
    Row(.pageUp, "b PgUp Ctrl-B"),
    Row(.halfPageDown, "Ctrl-D"),
    Row(.halfPageUp, "Ctrl-U"),
    Row(.halfPageDown, "d", in: .reading),
    Row(.halfPageUp, "u", in: .reading),
    Row(.top, "gg Home"),
    Row(.bottom, "G End"),
    Row(.nextParagraph, "}"),
    Row(.previousParagraph, "{"),
    Row(.nextSection, "]]"),
    Row(.previousSection, "[["),
    Row(.nextChange, "]c"),
    Row(.previousChange, "[c"),
    Row(.goToPercent, "%"),

    Row(.readOn, "Space"),

    Row(.open, "Enter l Right"),
    Row(.back, "h Left"),
    Row(.swapPanes, "Tab"),
    Row(.leave, "q"),
    Row(.quit, "Q"),
    Row(.focus, "zf"),
    Row(.cycleLayout, "z|"),
    Row(.narrowList, "<"),
    Row(.widenList, ">"),
    Row(.suspend, "Ctrl-Z"),
    Row(.redraw, "Ctrl-L"),
    Row(.rescan, "r"),

    Row(.nextArticle, "J"),
    Row(.previousArticle, "K"),
    Row(.next, "n"),
    Row(.previous, "p"),
    Row(.nextUnread, "]u"),
    Row(.previousUnread, "[u"),
    Row(.lastPlace, "''"),
    Row(.randomUnread, "gr"),

    Row(.toggleRead, "m"),
    Row(.previousMatchOrToggleRead, "N"),
    Row(.markViewRead, "A"),
    Row(.toggleStar, "s"),
    Row(.tag, "t"),
    Row(.undo, "U"),
    Row(.redo, "Ctrl-R"),
    Row(.selectRows, "v", in: .list),

    Row(.find, "/"),
    Row(.endFind, "Esc"),
    Row(.narrow, "& \\"),
    Row(.views, "gv"),
    Row(.toggleHideRead, "zh"),
    Row(.contents, "T"),
    Row(.articlesWithWord, "*"),
    Row(.sortByPath, "gsn"),
    Row(.sortByTitle, "gst"),
    Row(.sortByDate, "gsd"),
    Row(.sortByAdded, "gsa"),
    Row(.sortByLength, "gsl"),
    Row(.sortByProgress, "gsp"),
    Row(.sortByRank, "gsk"),
    Row(.reverseSort, "gsr"),

    Row(.widenMeasure, "+"),
    Row(.narrowMeasure, "-"),
    Row(.defaultMeasure, "="),
    Row(.toggleOriginal, "zr"),
    Row(.toggleFurniture, "zp"),
    Row(.toggleJustify, "zj"),
    Row(.toggleWrap, "zw"),
    Row(.info, "i"),

    Row(.links, "L"),
    Row(.commandLine, ":"),

    Row(.help, "? F1"),
  ])
}
