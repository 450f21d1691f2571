import Screen
import Testing

@Suite struct KeyNameTests {
  @Test(
    arguments: [
      ("j", .character("j")), ("G", .character("G")), ("Space", .character(" ")),
      ("-", .character("-")), ("é", .character("é")), ("↓", .character("↓")),
      ("F", .character("F")),
      ("Ctrl-D", .control("d")), ("Ctrl-\\", .control("\\")), ("Ctrl-Space", .control(" ")),
      ("Alt-/", .alt("/")), ("Alt-x", .alt("x")), ("Alt-X", .alt("X")), ("Alt--", .alt("-")),
      ("Alt-Space", .alt(" ")), ("F1", .function(1)), ("F12", .function(12)), ("Enter", .enter),
      ("Tab", .tab), ("Shift-Tab", .backTab), ("Esc", .escape), ("Backspace", .backspace),
      ("Insert", .insert), ("Delete", .delete), ("Home", .home), ("End", .end), ("PgUp", .pageUp),
      ("PgDn", .pageDown), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
      ("U+200D", .character("\u{200D}")), ("Alt-U+D", .alt("\r")),
    ] as [(String, Key)]) func keysHaveNames(_ name: String, _ key: Key)
  {
    #expect(key.name == name)
    #expect(Key(name: name) == key)
  }

  @Test func aControlKeyMayBeWrittenInLowerCase() {
    #expect(Key(name: "Ctrl-d") == .control("d"))
  }

  @Test(arguments: [
    "", "jj", "Ctrl-", "Alt-", "Ctrl-dd", "F0", "F01", "F+1", "F-1", "space", "Paste", "U+",
    "U+D800",
    "U+110000", "Hyper-x", "F99999999999999999999",
  ]) func otherWordsAreNoKeys(_ name: String) {
    #expect(Key(name: name) == nil)
  }

  @Test func aPasteHasANameButIsNoKey() { #expect(Key.paste("x").name == "Paste") }

  /// Every scalar, alone and with Alt; and no name holds what cannot be drawn.
  @Test func namesLeadBackToTheirKeys() async {
    var failures: [Key] = []
    for scalar in Oracle.allScalars where failures.count < 20 {
      if scalar.value & 0xFFF == 0 { await Task.yield() }
      for key in [Key.character(scalar), .alt(scalar)] {
        let name = key.name
        let isSafe = name.unicodeScalars.allSatisfy { Oracle.columns[Int($0.value)] > 0 }
        if !isSafe || Key(name: name) != key { failures.append(key) }
      }
    }
    #expect(failures == [])
  }
}
