import CNcurses
import Screen

/// The cells of a row from some column on, filled anew for each line that is drawn.
struct CellRow {
  private(set) var cells: [cchar_t] = []
  private var start = 0
  private var left = 0
  private let palette: Palette
  private let characters: CharacterSet

  init(palette: Palette, characters: CharacterSet) {
    self.palette = palette
    self.characters = characters
  }

  /// Makes the cells of a line, cut or filled with blanks to so many columns, but for the spans that
  /// it begins with and the blanks that it ends with as the line before it in this row did. A wide
  /// character that does not fit in the last column leaves a blank there.
  mutating func fill(with line: Line, after before: Line?, columns: Int) {
    cells.removeAll(keepingCapacity: true)
    let same = before?.sameHead(as: line) ?? 0
    start = Line.columns(of: line.spans[..<same])
    left = columns - start
    if let before { left -= min(line.blankTail(columns), before.blankTail(columns)) }
    for span in line.spans[same...] where left > 0 {
      append(span.text.string, look: palette.blank(span.style))
    }
    appendBlanks(max(0, left), look: palette.blank(.plain))
  }

  /// Gives the cells to curses.
  func draw(in window: UnsafeMutablePointer<WINDOW>?, row: Int) {
    guard !cells.isEmpty else { return }
    mvwadd_wchnstr(window, Int32(row), Int32(start), cells, Int32(cells.count))
  }

  private mutating func append(_ text: String, look: cchar_t) {
    for scalar in text.unicodeScalars {
      if scalar.value &- 0x20 < 0x5F, left > 0 {
        var cell = look
        cell.chars.0 = wchar_t(bitPattern: scalar.value)
        append(cell, columns: 1)
        continue
      }
      let columns = ColumnWidth.columns(of: scalar)
      if columns <= 0 {
        addMark(scalar)
      } else if columns <= left {
        append(scalar, look: look, columns: columns)
      } else {
        return appendBlanks(left, look: look)
      }
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar, look: cchar_t, columns: Int) {
    var cell = look
    guard characters == .ascii else {
      cell.chars.0 = wchar_t(bitPattern: scalar.value)
      return append(cell, columns: columns)
    }
    cell.chars.0 = wchar_t(bitPattern: CharacterSet.ascii(for: scalar).value)
    for _ in 0..<columns { append(cell, columns: 1) }
  }

  private mutating func appendBlanks(_ count: Int, look: cchar_t) {
    cells += repeatElement(look, count: count)
    left -= count
  }

  private mutating func append(_ cell: cchar_t, columns: Int) {
    cells.append(cell)
    left -= columns
  }

  /// Puts a mark of no width on the last cell; curses has room for four.
  private mutating func addMark(_ scalar: Unicode.Scalar) {
    guard characters == .unicode, !cells.isEmpty else { return }
    let mark = wchar_t(bitPattern: scalar.value)
    let last = cells.count - 1
    if cells[last].chars.1 == 0 {
      cells[last].chars.1 = mark
    } else if cells[last].chars.2 == 0 {
      cells[last].chars.2 = mark
    } else if cells[last].chars.3 == 0 {
      cells[last].chars.3 = mark
    } else if cells[last].chars.4 == 0 {
      cells[last].chars.4 = mark
    }
  }
}
