import CNcurses
import Screen

/// What the terminal's description says, as bytes ready to be sent.
struct Capabilities {
  private let entersScreen: [UInt8]
  private let leavesScreen: [UInt8]
  private let hidesCursor: [UInt8]
  private let showsCursor: [UInt8]
  private let plain: [UInt8]
  private let leavesInsertion: [UInt8]
  private let wraps: [UInt8]
  private let leavesKeypad: [UInt8]
  private let clearsLine: [UInt8]
  private let beginsPaste: [UInt8]
  private let endsPaste: [UInt8]
  let canMove: Bool
  let keys: KeySequences

  /// Reads the description that is current in curses.
  init() {
    entersScreen = Self.bytes("smcup")
    leavesScreen = Self.bytes("rmcup")
    hidesCursor = Self.bytes("civis")
    showsCursor = Self.bytes("cnorm")
    plain = Self.bytes("sgr0")
    leavesInsertion = Self.bytes("rmir")
    wraps = Self.bytes("smam")
    leavesKeypad = Self.bytes("rmkx")
    clearsLine = Self.bytes("el")
    canMove = !Self.bytes("cup").isEmpty
    keys = KeySequences(terminal: Self.keySequences())
    // Older descriptions do not mention bracketed paste. A terminal with this alternate screen
    // reads such modes as xterm does, and ignores those that it lacks.
    let isLikeXterm = String(decoding: entersScreen, as: UTF8.self).contains("\u{1b}[?1049h")
    beginsPaste = isLikeXterm ? Array("\u{1b}[?2004h".utf8) : []
    endsPaste = isLikeXterm ? Array("\u{1b}[?2004l".utf8) : []
  }

  /// What the terminal is told besides what curses tells it at its start.
  var starting: [UInt8] { beginsPaste }

  /// What brings the terminal back to the state that curses expects after another program had it.
  func returning(cursorIsVisible: Bool) -> [UInt8] {
    entersScreen + plain + leavesInsertion + wraps + leavesKeypad + beginsPaste
      + (cursorIsVisible ? showsCursor : hidesCursor)
  }

  /// What leaves the terminal as it was: the user's screen and cursor, no modes. A terminal with
  /// one screen keeps the text, and the shell goes on in its last row.
  func leaving(rows: Int) -> [UInt8] {
    let last = curses_movement(Int32(rows - 1), 0).map { Self.unpadded(String(cString: $0)) } ?? []
    return endsPaste + plain + wraps + last + (leavesScreen.isEmpty ? clearsLine : leavesScreen)
      + showsCursor + leavesKeypad
  }

  private static func bytes(_ capability: String) -> [UInt8] {
    curses_string(capability).map { unpadded(String(cString: $0)) } ?? []
  }

  /// The string without the delays (`$<5>`) that only printing terminals need.
  static func unpadded(_ text: String) -> [UInt8] {
    var rest = Array(text.utf8)[...]
    var result: [UInt8] = []
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "$"), rest.first == UInt8(ascii: "<"),
        let end = rest.firstIndex(of: UInt8(ascii: ">"))
      {
        rest = rest[(end + 1)...]
      } else {
        result.append(byte)
      }
    }
    return result
  }

  private static func keySequences() -> [[UInt8]: Key] {
    let named: [(String, Key)] = [
      ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home),
      ("kend", .end), ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert),
      ("kdch1", .delete), ("kcbt", .backTab), ("kent", .enter), ("kbs", .backspace),
    ]
    let functions = (1...12).map { ("kf\($0)", Key.function($0)) }
    let sequences = (named + functions).map { (bytes($0.0), $0.1) }
    return Dictionary(sequences.filter { !$0.0.isEmpty }) { first, _ in first }
  }
}
