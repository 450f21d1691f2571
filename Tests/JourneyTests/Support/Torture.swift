/// Pieces of text that have done harm in one terminal or another, and how they are to be shown.
enum Torture {
  /// A piece of text, and what of it must stand on the screen as it is.
  struct Piece {
    let name: String
    let bytes: [UInt8]
    let shown: String

    init(_ name: String, _ text: String, _ shown: String) {
      self.init(name, Array(text.utf8), shown)
    }

    init(_ name: String, _ bytes: [UInt8], _ shown: String) {
      self.name = name
      self.bytes = bytes
      self.shown = shown
    }
  }

  /// Text that is valid UTF-8.
  static let texts = controls + sequences + invisibles + marks + harmless

  private static let controls = [
    Piece("BS", "secret\u{8}\u{8}\u{8}public", "secret^H^H^Hpublic"),
    Piece("overstrike", "_\u{8}a", "_^Ha"),
    Piece("BEL", "ring\u{7}", "ring^G"),
    Piece("VT", "up\u{b}down", "up^Kdown"),
    Piece("DEL", "rub\u{7f}out", "rub^?out"),
    Piece("NUL", "nothing\0here", "nothing^@here"),
    Piece("SO", "shift\u{e}out\u{f}in", "shift^Nout^Oin"),
    Piece("C1", "eight\u{9b}31mbit", "eight<9B>31mbit"),
    Piece("IND", "line\u{84}feed", "line<84>feed"),
    Piece("tab", "one\ttwo", "two"),
  ]

  private static let sequences = [
    Piece("clear", "\u{1b}[2J\u{1b}[H$ rm -rf", "^[[2J^[[H$ rm -rf"),
    Piece("conceal", "\u{1b}[8mhidden\u{1b}[0m", "^[[8mhidden^[[0m"),
    Piece("title", "\u{1b}]0;owned\u{7}", "^[]0;owned^G"),
    Piece("title ST", "\u{1b}]2;owned\u{1b}\\", "^[]2;owned^[\\"),
    Piece(
      "link", "\u{1b}]8;;http://evil/\u{1b}\\good\u{1b}]8;;\u{1b}\\", "^[]8;;http://evil/^[\\good"),
    Piece("clipboard", "\u{1b}]52;c;ZXZpbA==\u{7}", "^[]52;c;ZXZpbA==^G"),
    Piece("colours", "\u{1b}]4;1;?\u{7}\u{1b}]11;?\u{7}", "^[]4;1;?^G^[]11;?^G"),
    Piece("image", "\u{1b}]1337;File=:AAAA\u{7}", "^[]1337;File=:AAAA^G"),
    Piece("sixel", "\u{1b}Pq#0~~\u{1b}\\", "^[Pq#0~~^[\\"),
    Piece("tmux", "\u{1b}Ptmux;\u{1b}\u{1b}]0;x\u{7}\u{1b}\\", "^[Ptmux;^[^[]0;x^G^[\\"),
    Piece("kitty", "\u{1b}_Gf=24;AAAA\u{1b}\\", "^[_Gf=24;AAAA^[\\"),
    Piece("PM", "\u{1b}^private\u{1b}\\", "^[^private^[\\"),
    Piece("SOS", "\u{1b}Xstring\u{1b}\\", "^[Xstring^[\\"),
    Piece("reports", "\u{1b}[c\u{1b}[6n\u{1b}[21t\u{5}\u{1b}Z", "^[[c^[[6n^[[21t^E^[Z"),
    Piece("modes", "\u{1b}[?1049h\u{1b}[?1000h\u{1b}[?2004h", "^[[?1049h^[[?1000h^[[?2004h"),
    Piece("region", "\u{1b}[3;5r\u{1b}[?5h", "^[[3;5r^[[?5h"),
    Piece("reset", "\u{1b}c\u{1b}[!p\u{1b}(0", "^[c^[[!p^[(0"),
    Piece("unterminated", "\u{1b}]0;never ended", "^[]0;never ended"),
  ]

  private static let invisibles = [
    Piece("override", "invoice\u{202e}fdp.exe", "invoice<RLO>fdp.exe"),
    Piece("embedding", "\u{202a}a\u{202b}b\u{202c}c", "<LRE>a<RLE>b<PDF>c"),
    Piece("isolates", "un\u{2066}bal\u{2067}anced", "unbalanced"),
    Piece("tags", "flag\u{e0041}\u{e0042}\u{e007f}end", "flag<TAG×3>end"),
    Piece("selectors", "va\u{fe00}ri\u{e0100}ation", "variation"),
    Piece("zero width", "in\u{200b}vi\u{2060}si\u{feff}ble", "invisible"),
    Piece("operators", "x\u{2062}y", "x<2062>y"),
    Piece("annotation", "a\u{fff9}b", "a<FFF9>b"),
    Piece("private", "power\u{e0b0}line", "power<E0B0>line"),
    Piece("noncharacter", "no\u{ffff}ne", "no<FFFF>ne"),
    Piece("last", "la\u{10ffff}st", "la<10FFFF>st"),
    Piece("filler", "fil\u{3164}ler", "fil<3164>ler"),
  ]

  private static let marks = [
    Piece("zalgo", "Z" + String(repeating: "\u{301}", count: 100) + "algo", "+96"),
    Piece("orphan", "tab\t\u{301}orphan", "\u{25cc}\u{301}orphan"),
    Piece("family", "one👩\u{200d}👧two", "one👩👧two"),
    Piece("jamo", "한\u{1112}\u{1161}글", "글"),
  ]

  private static let harmless = [
    Piece("codes", "typed <202E> and ^[ here", "typed <202E> and ^[ here"),
    Piece("directives", "%n%s%x%999999d", "%n%s%x%999999d"),
    Piece("entities", "&#27;[31m &lt;ESC&gt;", "&#27;[31m &lt;ESC&gt;"),
    Piece("shell", "$(touch /tmp/x) `id`; rm -rf ~", "$(touch /tmp/x) `id`; rm -rf ~"),
    Piece("scripts", "漢字 עברית العربية ไทย हिन्दी", "漢字"),
  ]

  /// Bytes that are no UTF-8. Few, so that the whole is still taken for text.
  static let invalid = [
    Piece("raw C1", [0x61, 0x9b, 0x33, 0x31, 0x6d], "a\u{fffd}31m"),
    Piece("overlong", [0x61, 0xc0, 0x9b, 0xe0, 0x80, 0x9b, 0x62], "a\u{fffd}"),
    Piece("surrogate", [0x61, 0xed, 0xa0, 0x80, 0x62], "a\u{fffd}"),
    Piece("too large", [0x61, 0xf5, 0x90, 0x80, 0x80, 0x62], "a\u{fffd}"),
    Piece("cut", [0x61, 0xe2, 0x82, 0x20, 0x62], "a\u{fffd} b"),
    Piece("many", [0x61] + [UInt8](repeating: 0x80, count: 30) + [0x62], "a<30 bad bytes>b"),
  ]

  /// An article with all of these, each on a line that begins with its number.
  static func article(_ pieces: [Piece], title: String) -> [UInt8] {
    let lines = pieces.enumerated().flatMap { number, piece -> [UInt8] in
      Array("\(label(number)) ".utf8) + piece.bytes + [0x0a]
    }
    // Enough plain text that what is odd stays the exception.
    let plain = String(
      repeating: "Plain words: où êtes-vous né, ça va très bien, à bientôt.\n", count: 120)
    return Array("\(title)\n\n".utf8) + lines + Array("\n\(plain)".utf8)
  }

  static func label(_ number: Int) -> String { "[\(number + 100)]" }
}
