import Screen

/// Sets copy at a measure.
struct Compositor: Sendable {
  let measure: Int
  let isJustified: Bool
  let hyphenator: Hyphenator?

  /// - Parameter space: the blank lines above the copy.
  func stick(_ copy: Copy, space: Int, workspace: inout Workspace) -> Stick {
    var texts: [SetText] = []
    var rows = [Stick.Row?](repeating: nil, count: space)
    for passage in copy.passages {
      guard let passage else {
        rows.append(nil)
        continue
      }
      let sanitised = Sanitiser.sanitise(passage.text, surface: .body)
      add(passage, sanitised, text: texts.count, to: &rows, workspace: &workspace)
      texts.append(SetText(passage, sanitised))
    }
    if rows.count == space { rows.append(nil) }
    return Stick(kind: copy.kind, texts: texts, rows: rows, source: copy.source)
  }

  private func add(
    _ passage: Passage, _ sanitised: Sanitised, text: Int, to rows: inout [Stick.Row?],
    workspace: inout Workspace
  ) {
    let columns = sanitised.text.columns
    let width = max(1, measure - passage.lead.columns)
    switch passage.manner {
    case .verbatim:
      rows.append(whole(sanitised, text: text))
    case .wrapped(let limit) where columns <= limit:
      rows.append(whole(sanitised, text: text))
    case .wrapped(let limit):
      let breaks = withBytes(passage, sanitised) {
        Breaks(
          wrapping: $0, sanitised, safe: $1, measure: max(1, limit - passage.lead.columns))
      }
      add(breaks, text: text, alignedTo: nil, to: &rows)
    case .reflowed:
      let isFilled = isJustified && passage.isRunning
      let breaks = withBytes(passage, sanitised) {
        Breaks(
          reflowing: $0, sanitised, safe: $1, measure: width,
          hyphenator: isFilled ? hyphenator : nil, workspace: &workspace)
      }
      let isASCII = columns == sanitised.text.string.utf8.count
      let isRightToLeft = !isASCII && Direction.isRightToLeft(passage.text)
      add(breaks, text: text, alignedTo: isRightToLeft ? width : nil, to: &rows)
      if isFilled, !isRightToLeft { fillRows(of: text, to: width, &rows) }
    }
  }

  /// Widens all lines of a text but the last.
  private func fillRows(of text: Int, to width: Int, _ rows: inout [Stick.Row?]) {
    for index in rows.indices.dropLast() {
      guard var row = rows[index], row.text == text else { continue }
      row.fill = max(0, width - row.columns)
      rows[index] = row
    }
  }

  private func whole(_ sanitised: Sanitised, text: Int) -> Stick.Row {
    let range = 0..<sanitised.text.string.utf8.count
    return Stick.Row(text: text, range: range, columns: sanitised.text.columns, isFirst: true)
  }

  /// - Parameter edge: the column at which the lines end, if they are set to the right.
  private func add(
    _ breaks: Breaks, text: Int, alignedTo edge: Int?, to rows: inout [Stick.Row?]
  ) {
    rows.reserveCapacity(rows.count + breaks.ends.count)
    var start = breaks.start
    var startColumn = 0
    var isFirst = true
    for end in breaks.ends {
      let columns = end.endColumn - startColumn
      let inset = edge.map { max(0, $0 - columns) } ?? 0
      rows.append(
        Stick.Row(
          text: text, range: start..<end.end, columns: columns, isHyphenated: end.isHyphenated,
          isFirst: isFirst, inset: inset))
      start = end.next
      startColumn = end.nextColumn
      isFirst = false
    }
  }

  private func withBytes<Result>(
    _ passage: Passage, _ sanitised: Sanitised,
    _ body: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    passage.text.withUnsafeBufferPointer { raw in
      if sanitised.isUnchanged { return body(raw, raw) }
      var string = sanitised.text.string
      return string.withUTF8 { body(raw, $0) }
    }
  }
}
