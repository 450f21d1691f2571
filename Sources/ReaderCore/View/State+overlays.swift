import Articles
import Screen
import Typesetting

extension State {
  /// The page that lies over the panes, without the bottom line.
  var overlayPane: Pane? {
    let rows = layout.statusRow ?? size.rows
    switch overlay {
    case .help(let page):
      let title = Wording.helpTitle(page)
      return overlayPane(title, helpLines(page), top: page.top, rows: rows)
    case .info(let top):
      return overlayPane(Wording.infoTitle, infoLines, top: top, rows: rows)
    case nil: return nil
    }
  }

  private func overlayPane(_ title: String, _ lines: [Line], top: Int, rows: Int) -> Pane {
    let head = [Line(SafeText(" " + title), style: .bold), Line()]
    return Pane(head + lines.dropFirst(top), size: Size(columns: size.columns, rows: rows))
  }

  // MARK: Help

  func helpLines(_ page: HelpPage) -> [Line] {
    let needle = Needle(page.filter)
    return Command.Group.allCases.flatMap { group in
      let rows = KeyTable.rows(of: group, in: page.pane, settings.keymap).filter { row in
        needle.map { $0.occurs(in: row.keys + " " + row.help) } ?? true
      }
      return rows.enumerated().map { number, row in
        let heading = SafeText(" " + (number == 0 ? group.rawValue : "")).fitted(to: 11)
        let keys = SafeText(row.keys).fitted(to: 20)
        return Line([
          Span(heading, style: .bold), Span(keys), Span(SafeText("  " + row.help), style: .dim),
        ])
      }
    }
  }

  // MARK: Info

  var infoLines: [Line] {
    guard let path = reading.path else { return [] }
    var rows = [("Path", path.displayString)]
    if let problem = reading.problem { rows.append(("Error", Wording.failure(problem))) }
    if let document = reading.document { rows += documentInfo(document) }
    let marks = marks[path]
    rows.append(("State", marks.state.rawValue + (marks.isStarred ? ", starred" : "")))
    rows.append(("Progress", "\(Int((marks.progress * 100).rounded(.down))) %"))
    return rows.map { name, value in
      Line([Span(SafeText(" " + name).fitted(to: 13), style: .dim), Span(SafeText(value))])
    }
  }

  private func documentInfo(_ document: Document) -> [(String, String)] {
    let metadata = document.metadata
    let source = document.source
    let confidence = Int(source.encoding.confidence * 100)
    let said = [
      ("Title", metadata.title), ("Author", metadata.author), ("Date", metadata.date),
      ("Address", metadata.address),
    ].compactMap { name, value in value.map { (name, $0) } }
    let counted = Dictionary(grouping: document.blocks, by: \.kind).mapValues(\.count)
    let blocks = Block.Kind.allCases.compactMap { kind in
      counted[kind].map { "\($0) \(kind.rawValue)" }
    }
    return said + [
      ("Length", "\(Wording.words(metadata.words)), \(source.total) bytes"),
      ("Encoding", "\(source.encoding.name) (\(confidence) % sure)"),
      ("Blocks", blocks.joined(separator: ", ")),
    ] + currentBlock(document)
  }

  /// What the first block of the page was taken for, and why.
  private func currentBlock(_ document: Document) -> [(String, String)] {
    let offset = (reading.anchor ?? 0) - document.source.start
    let block = document.blocks.first { block in
      block.slices.last.map { $0.source.upperBound > offset } ?? false
    }
    guard let block else { return [] }
    return [("At the top", "\(block.kind.rawValue): \(block.reason.rawValue)")]
  }
}
