import Screen
import Seeded
import Testing

@testable import CursesTerminal

/// Bytes of the keyboard, and the keys that they mean.
@Suite struct KeyDecoderTests {
  static let known: [(String, Key)] = [
    ("j", .character("j")), (" ", .character(" ")), ("é", .character("é")), ("漢", .character("漢")),
    ("\u{1F300}", .character("\u{1F300}")), ("\r", .enter), ("\n", .enter), ("\t", .tab),
    ("\u{7f}", .backspace), ("\u{8}", .backspace), ("\u{0}", .control(" ")),
    ("\u{4}", .control("d")), ("\u{1a}", .control("z")), ("\u{1c}", .control("\\")),
    ("\u{1f}", .control("_")),
    ("\u{1b}j", .alt("j")), ("\u{1b}/", .alt("/")), ("\u{1b}é", .alt("é")), ("\u{1b}漢", .alt("漢")),
    // Cursor keys: xterm in both modes, with modifiers, rxvt with Shift and Ctrl, Alt as Escape.
    ("\u{1b}[A", .up), ("\u{1b}OA", .up), ("\u{1b}[1;5A", .up), ("\u{1b}[1;2B", .down),
    ("\u{1b}[a", .up), ("\u{1b}Od", .left), ("\u{1b}\u{1b}[A", .up), ("\u{1b}\u{1b}OB", .down),
    ("\u{1b}[C", .right), ("\u{1b}[D", .left), ("\u{1b}O5C", .right), ("\u{1b}[1;5:1C", .right),
    ("\u{1b}[H", .home), ("\u{1b}OH", .home), ("\u{1b}[1~", .home), ("\u{1b}[7~", .home),
    ("\u{1b}[F", .end), ("\u{1b}OF", .end), ("\u{1b}[4~", .end), ("\u{1b}[8~", .end),
    ("\u{1b}[7^", .home), ("\u{1b}[8$", .end), ("\u{1b}[1;3H", .home),
    ("\u{1b}[2~", .insert), ("\u{1b}[3~", .delete), ("\u{1b}[3;5~", .delete),
    ("\u{1b}[3$", .delete),
    ("\u{1b}[5~", .pageUp), ("\u{1b}[6~", .pageDown), ("\u{1b}[6^", .pageDown),
    ("\u{1b}[5@", .pageUp), ("\u{1b}[6;2~", .pageDown), ("\u{1b}[Z", .backTab),
    ("\u{1b}[1;2Z", .backTab),
    // Function keys: xterm, vt220, the Linux console, with modifiers.
    ("\u{1b}OP", .function(1)), ("\u{1b}[11~", .function(1)), ("\u{1b}[[A", .function(1)),
    ("\u{1b}[[E", .function(5)), ("\u{1b}OS", .function(4)), ("\u{1b}[15~", .function(5)),
    ("\u{1b}[17~", .function(6)), ("\u{1b}[24~", .function(12)), ("\u{1b}[1;2P", .function(1)),
    ("\u{1b}[24;5~", .function(12)), ("\u{1b}[R", .function(3)), ("\u{1b}[34~", .function(20)),
    // The numeric keypad.
    ("\u{1b}OM", .enter), ("\u{1b}Op", .character("0")), ("\u{1b}Oy", .character("9")),
    ("\u{1b}Ok", .character("+")), ("\u{1b}Oo", .character("/")), ("\u{1b}OX", .character("=")),
    ("\u{1b}[200~two\nlines\u{1b}[201~", .paste("two\nlines")),
    ("\u{1b}[200~\u{1b}[A\u{1b}[20\u{1b}[201~", .paste("\u{1b}[A\u{1b}[20")),
    ("\u{1b}[200~\u{1b}[201~", .paste("")),
  ]

  @Test(arguments: known)
  func keysAreKnown(bytes: String, key: Key) {
    var decoder = KeyDecoder()
    #expect(decoder.decode((bytes + "x" + bytes).utf8) == [key, .character("x"), key])
    #expect(decoder.timeout == nil)
  }

  @Test(arguments: known)
  func keysMayComeInPieces(bytes: String, key: Key) {
    let bytes = Array(bytes.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...]) == [key])
    }
    var decoder = KeyDecoder()
    #expect(bytes.flatMap { decoder.decode([$0]) } == [key])
  }

  @Test(arguments: [
    // Reports: attributes, status, position, window, modes, versions, colours, settings, titles.
    "\u{1b}[?1;2c", "\u{1b}[>0;276;0c", "\u{1b}[=1c", "\u{1b}[0n", "\u{1b}[24;80R", "\u{1b}[1;1R",
    "\u{1b}[1;5R", "\u{1b}[8;24;80t", "\u{1b}[?2004;1$y", "\u{1b}[4;1$y", "\u{1b}[?1u",
    "\u{1b}]11;rgb:0000/0000/0000\u{1b}\\", "\u{1b}]11;rgb:ffff/ffff/ffff\u{7}",
    "\u{1b}]l;title q\u{1b}\\", "\u{1b}P1$r0m\u{1b}\\", "\u{1b}P>|XTerm(379)\u{1b}\\",
    "\u{1b}P!|00000000\u{1b}\\", "\u{1b}_Gi=1;OK\u{1b}\\", "\u{1b}^privacy\u{1b}\\",
    "\u{1b}Xstring\u{1b}\\", "\u{1b}]52;c;cXVpdA==\u{7}",
    // Mouse and focus, well or badly formed.
    "\u{1b}[M !!", "\u{1b}[M\u{ff}q", "\u{1b}[<0;1;1M", "\u{1b}[<65;1000000000;0m",
    "\u{1b}[32;5;6M",
    "\u{1b}[I", "\u{1b}[O",
    // Keys without a name, protocols that were not asked for, overlong sequences.
    "\u{1b}[E", "\u{1b}[G", "\u{1b}OE", "\u{1b}Oz", "\u{1b}[113;5u", "\u{1b}[27;5;113~",
    "\u{1b}[99~",
    "\u{1b}[99999999999999999999~", "\u{1b}[201~", "\u{1b}[5C", "\u{1b}[ q", "\u{1b}[;;;;;5A",
    "\u{1b}[" + String(repeating: "1;", count: 90) + "A", "\u{9b}", "\u{85}",
  ])
  func everythingElseIsSwallowedWhole(bytes: String) {
    let bytes = Array(bytes.utf8)
    for cut in 0...bytes.count {
      var decoder = KeyDecoder()
      #expect(
        decoder.decode(bytes[..<cut]) + decoder.decode(bytes[cut...] + [0x6a]) == [.character("j")])
    }
  }

  @Test(
    arguments: [
      [0x80], [0xff], [0xc0, 0x80], [0xe2, 0x82], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80],
      [0xf8, 0x88, 0x80, 0x80, 0x80],
    ] as [[UInt8]])
  func invalidTextIsNoKey(bytes: [UInt8]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes + [0x6a]) == [.character("j")])
  }

  static let pending: [(String, Int, [Key])] = [
    ("\u{1b}", 40, [.escape]), ("\u{1b}\u{1b}", 40, [.escape, .escape]),
    ("\u{1b}[", 40, [.alt("[")]),
    ("\u{1b}O", 40, [.alt("O")]), ("\u{1b}]", 40, [.alt("]")]), ("\u{1b}P", 40, [.alt("P")]),
    ("\u{1b}[1;", 500, []), ("\u{1b}O5", 500, []), ("\u{1b}]11;rgb", 500, []),
    ("\u{1b}[M!", 500, []),
    ("\u{1b}]0;x\u{1b}", 500, []), ("\u{1b}[200~half", 5_000, [.paste("half")]),
  ]

  @Test(arguments: pending)
  func pendingBytesAreDecidedInTime(bytes: String, timeout: Int, keys: [Key]) {
    var decoder = KeyDecoder()
    #expect(decoder.decode(bytes.utf8).isEmpty)
    #expect(decoder.timeout == timeout)
    #expect(decoder.decidePending() == keys)
    #expect(decoder.timeout == nil)
    #expect(decoder.decode("j".utf8) == [.character("j")])
  }

  @Test func keysBehindHalfASequenceCount() {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1b}[1;\u{3}".utf8) == [.control("c")])
    #expect(decoder.decode("\u{1b}]0;x\u{1b}[A".utf8) == [.up])
    #expect(decoder.decode("\u{1b}\r".utf8) == [.escape, .enter])
    #expect(decoder.decode("\u{1b}\u{1b}\u{1b}x".utf8) == [.escape, .escape, .alt("x")])
    #expect(decoder.decode([0xe2, 0x82] + Array("\u{1b}[A".utf8)) == [.up])
  }

  @Test func aTerminalsOwnSequencesComeFirst() {
    let sequences = KeySequences(terminal: [
      Array("\u{1b}[M".utf8): .function(1), Array("\u{1b}A".utf8): .up, [0x08]: .delete,
      Array("\u{1b}[L".utf8): .insert, Array("\u{1b}OPx".utf8): .function(7),
    ])
    var decoder = KeyDecoder(sequences)
    #expect(decoder.decode("\u{1b}[M\u{1b}A\u{8}".utf8) == [.function(1), .up, .backspace])
    #expect(decoder.decode("\u{1b}[L\u{1b}OPxj".utf8) == [.insert, .function(7), .character("j")])
  }

  @Test func longPastesAreCut() throws {
    var decoder = KeyDecoder()
    #expect(decoder.decode("\u{1b}[200~".utf8).isEmpty)
    let block = Array(repeating: UInt8(ascii: "q"), count: 1 << 20)
    for _ in 0..<4 { #expect(decoder.decode(block).isEmpty) }
    let keys = decoder.decode("\u{1b}[201~".utf8)
    #expect(keys == [.paste(String(repeating: "q", count: KeyDecoder.longestPaste))])
  }

  @Test func anyBytesComeToAnEnd() {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = Seeded(seed)
    for _ in 0..<20_000 {
      let bytes = Self.noise(using: &random)
      guard Self.comesToAnEnd(bytes) else {
        Issue.record("seed \(seed): \(bytes)")
        return
      }
    }
  }

  private static let sequences = KeySequences()

  /// Bytes of which many begin or belong to sequences.
  private static func noise(using random: inout Seeded) -> [UInt8] {
    let alphabet = Array("\u{1b}\u{1b}\u{1b}[[[OO]P_0159;;~$^@AMRZ?<qj\r\u{7}\\ \u{3}".utf8)
    return (0..<Int.random(in: 1...40, using: &random)).map { _ in
      let any = UInt8.random(in: 0...255, using: &random)
      return Bool.random(using: &random) ? alphabet[Int(any) % alphabet.count] : any
    }
  }

  /// Whether the cut makes no difference, and nothing is left once pending bytes are decided.
  private static func comesToAnEnd(_ bytes: [UInt8]) -> Bool {
    var whole = KeyDecoder(sequences)
    var pieces = KeyDecoder(sequences)
    let keys = whole.decode(bytes)
    guard bytes.flatMap({ pieces.decode([$0]) }) == keys, keys.count <= bytes.count else {
      return false
    }
    _ = whole.decidePending()
    return whole.timeout == nil && whole.decode("j".utf8) == [.character("j")]
  }
}
