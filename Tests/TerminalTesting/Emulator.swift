import CVterm

/// A terminal's screen as libvterm sees it: bytes in, cells out.
///
/// libvterm 0.1 knows no dim text, and its widths of newer scalars differ from the C library's.
package final class Emulator {
  /// One cell of the screen; the right half of a wide character has an empty text and no columns.
  package struct Cell: Hashable, Sendable {
    package var text: String
    package var columns: Int
    package var isBold: Bool
    package var isItalic: Bool
    package var isUnderlined: Bool
    package var isReverse: Bool
    /// Palette number of the foreground, nil for the terminal's own.
    package var color: Int?
    /// Palette number of the background, nil for the terminal's own.
    package var background: Int?

    package init(
      text: String, columns: Int, isBold: Bool = false, isItalic: Bool = false,
      isUnderlined: Bool = false, isReverse: Bool = false, color: Int? = nil, background: Int? = nil
    ) {
      self.text = text
      self.columns = columns
      self.isBold = isBold
      self.isItalic = isItalic
      self.isUnderlined = isUnderlined
      self.isReverse = isReverse
      self.color = color
      self.background = background
    }
  }

  /// What the program switched on or off, kept at an address that libvterm may hold.
  private struct Properties {
    var isCursorVisible = true
    var isAlternateScreen = false
  }

  package private(set) var columns: Int
  package private(set) var rows: Int
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private let callbacks = UnsafeMutablePointer<VTermScreenCallbacks>.allocate(capacity: 1)
  private let properties = UnsafeMutablePointer<Properties>.allocate(capacity: 1)

  package init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    terminal = vterm_new(Int32(rows), Emulator.width(columns))
    screen = vterm_obtain_screen(terminal)
    callbacks.initialize(to: VTermScreenCallbacks())
    properties.initialize(to: Properties())
    callbacks.pointee.settermprop = { property, value, user in
      guard let value, let properties = user?.assumingMemoryBound(to: Properties.self) else {
        return 0
      }
      if property == VTERM_PROP_CURSORVISIBLE {
        properties.pointee.isCursorVisible = value.pointee.boolean != 0
      }
      if property == VTERM_PROP_ALTSCREEN {
        properties.pointee.isAlternateScreen = value.pointee.boolean != 0
      }
      return 1
    }
    vterm_set_utf8(terminal, 1)
    vterm_screen_set_callbacks(screen, callbacks, properties)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
  }

  deinit {
    vterm_free(terminal)
    callbacks.deallocate()
    properties.deallocate()
  }

  package func feed(_ bytes: some Collection<UInt8>) {
    Array(bytes).withUnsafeBytes { raw in
      let characters = raw.assumingMemoryBound(to: CChar.self)
      _ = vterm_input_write(terminal, characters.baseAddress, characters.count)
    }
  }

  package func resize(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    vterm_set_size(terminal, Int32(rows), Emulator.width(columns))
  }

  /// libvterm writes beyond its cells when a wide character comes to a screen of one column, so it
  /// gets one column more, which nobody sees.
  private static func width(_ columns: Int) -> Int32 { Int32(max(columns, 2)) }

  package var isCursorVisible: Bool { properties.pointee.isCursorVisible }
  package var isAlternateScreen: Bool { properties.pointee.isAlternateScreen }

  /// Where the cursor stands, from 0 at the top left.
  package var cursor: (column: Int, row: Int) {
    var position = VTermPos()
    vterm_state_get_cursorpos(vterm_obtain_state(terminal), &position)
    return (Int(position.col), Int(position.row))
  }

  package func cell(column: Int, row: Int) -> Cell {
    var cell = VTermScreenCell()
    vterm_screen_get_cell(screen, VTermPos(row: Int32(row), col: Int32(column)), &cell)
    let characters = withUnsafeBytes(of: cell.chars) { Array($0.bindMemory(to: UInt32.self)) }
    guard characters[0] != UInt32.max else { return Cell(text: "", columns: 0) }
    let scalars = characters.prefix { $0 != 0 }.compactMap(Unicode.Scalar.init)
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.isEmpty ? [" "] : scalars)
    let color = terminal_color_index(cell.fg)
    let background = terminal_color_index(cell.bg)
    return Cell(
      text: String(text), columns: Int(cell.width), isBold: cell.attrs.bold != 0,
      isItalic: cell.attrs.italic != 0, isUnderlined: cell.attrs.underline != 0,
      isReverse: cell.attrs.reverse != 0, color: color < 0 ? nil : Int(color),
      background: background < 0 ? nil : Int(background))
  }

  /// The text of a row without the blanks at its end.
  package func row(_ row: Int) -> String {
    var text = (0..<columns).map { cell(column: $0, row: row).text }.joined()
    while text.last == " " { text.removeLast() }
    return text
  }

  /// All rows without the blank ones at the end.
  package var text: String {
    var lines = (0..<rows).map(row)
    while lines.last == "" { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
