import Foundation
import TerminalTesting
import Testing

extension Journey {
  // MARK: What the screen says

  /// The rows of the screen, without blanks at their ends.
  var rows: [String] { (0..<screen.rows).map(screen.row) }

  /// The bottom line.
  var status: String { screen.row(screen.rows - 1) }

  /// The row that the cursor stands on.
  var cursorRow: String { screen.row(screen.cursor.row) }

  /// The column of the rule between the panes, if it stands in the same one in all rows but the
  /// last.
  var ruleColumn: Int? {
    let columns = (0..<screen.columns).filter { column in
      (0..<(screen.rows - 1)).allSatisfy { screen.cell(column: column, row: $0).text == "│" }
    }
    return columns.count == 1 ? columns[0] : nil
  }

  /// What stands right of the rule, row by row, without margins.
  var pageRows: [String] {
    let first = ruleColumn.map { $0 + 1 } ?? 0
    return (0..<(screen.rows - 1)).map { row in
      (first..<screen.columns).map { screen.cell(column: $0, row: row).text }.joined()
        .trimmingCharacters(in: .whitespaces)
    }
  }

  /// The text of all cells that are drawn in reverse, in order.
  var reversedText: String {
    var text = ""
    for row in 0..<screen.rows {
      for column in 0..<screen.columns {
        let cell = screen.cell(column: column, row: row)
        if cell.isReverse { text += cell.text }
      }
    }
    return text
  }

  // MARK: Doing

  /// Waits until the bottom line holds a text.
  func waitForStatus(_ text: String) throws {
    try waitUntil("“\(text)” on the bottom line") { $0.row($0.rows - 1).contains(text) }
  }

  /// Waits until the cursor stands on a row with this text.
  func waitForCursor(on text: String) throws {
    try waitUntil("cursor on “\(text)”") { $0.row($0.cursor.row).contains(text) }
  }

  /// Waits until a text is nowhere on the screen.
  func waitForNo(_ text: String) throws {
    try waitUntil("screen without “\(text)”") { !$0.text.contains(text) }
  }

  /// Reads on until a condition outside of the screen holds.
  func waitUntilTrue(
    _ wanted: String, patience: Duration = .seconds(10), _ condition: () -> Bool
  ) throws {
    let deadline = ContinuousClock.now + patience
    while !condition() {
      guard ContinuousClock.now < deadline else {
        throw Missing(description: "no \(wanted) in \(patience)\n\(screen.text)")
      }
      try settle(quiet: .milliseconds(5))
    }
  }

  /// Quits and sees that all is as it was.
  func quit() throws {
    press("Q")
    #expect(try end() == .status(0), "\(screen.text)")
    expectTerminalAsFound()
  }

  /// The user's screen, a visible cursor, and the modes of a terminal that nobody has touched.
  func expectTerminalAsFound(
    modes: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(!screen.isAlternateScreen, "\(screen.text)", sourceLocation: sourceLocation)
    #expect(screen.isCursorVisible, sourceLocation: sourceLocation)
    // What the emulator does not keep: bracketed paste, and no wrapping at the last column.
    for (changed, usual) in [("?2004h", "?2004l"), ("?7l", "?7h")] {
      #expect(lastPlace(of: changed) <= lastPlace(of: usual), sourceLocation: sourceLocation)
    }
    #expect(terminal.modes.text == modes ?? Journey.usualModes, sourceLocation: sourceLocation)
  }

  /// Where a control sequence was sent last, in bytes from the start; -1 where it was not.
  private func lastPlace(of sequence: String) -> Int {
    let bytes = Array("\u{1b}[\(sequence)".utf8)
    return sent.indices.last { sent[$0...].starts(with: bytes) } ?? -1
  }

  /// The modes of a new terminal.
  static let usualModes: String = {
    let idle = try? PseudoTerminal("/bin/sh", ["-c", "read line"], columns: 80, rows: 24)
    return idle?.modes.text ?? "no terminal"
  }()
}

/// Something outside of the screen that did not happen in time, with the screen as it was.
struct Missing: Error, CustomStringConvertible {
  let description: String
}
