import Screen

/// Turns the bytes of a keyboard into keys, however they are cut.
///
/// Every sequence that a terminal may send is read to its end, known or not: a report or a key
/// without a name is swallowed whole and never typed as text. A sequence whose rest does not come
/// is decided by `decidePending` after `timeout`.
struct KeyDecoder {
  private enum State {
    case ground
    /// A character of which bytes are missing; `alt` after Escape.
    case character(missing: Int, alt: Bool)
    case escape
    case control
    case single
    /// A report of the old mouse protocol: so many bytes of any value.
    case mouse(missing: Int)
    /// An operating system command or its like, up to its terminator.
    case string
    case stringEscape
    /// Pasted text, and how much of its terminator has come.
    case paste(matched: Int)
  }

  /// Longer sequences are swallowed all the same, but not kept.
  private static let longestSequence = 64
  /// Of a longer paste only the head is kept.
  static let longestPaste = 65_536
  private static let pasteEnd = Array("\u{1b}[201~".utf8)

  private let known: KeySequences
  private var state = State.ground
  private var pending: [UInt8] = []
  /// Escape twice: a key of its own, or Alt with a key that sends a sequence.
  private var isDoubled = false
  private var keys: [Key] = []

  init(_ known: KeySequences = KeySequences()) { self.known = known }

  /// Milliseconds without a byte after which what is pending is decided; nil if nothing is. Short
  /// where a person may have pressed Escape, long where only a slow line can be the cause.
  var timeout: Int? {
    switch state {
    case .ground: nil
    case .escape, .control, .single, .string: pending.count <= 2 ? 40 : 500
    case .character, .mouse, .stringEscape: 500
    case .paste: 5_000
    }
  }

  /// The keys that these bytes complete.
  mutating func decode(_ bytes: some Sequence<UInt8>) -> [Key] {
    var rest = Array(bytes)[...]
    while let byte = rest.first {
      if case .paste(matched: 0) = state, byte != 0x1b {
        let end = rest.firstIndex(of: 0x1b) ?? rest.endIndex
        keep(rest[..<end])
        rest = rest[end...]
      } else {
        take(byte)
        rest.removeFirst()
      }
    }
    defer { keys = [] }
    return keys
  }

  /// What the pending bytes mean if no more belong to them: Escape, a letter with Alt, or nothing.
  mutating func decidePending() -> [Key] {
    switch state {
    case .paste: endPaste()
    case .escape: keys += isDoubled ? [.escape, .escape] : [.escape]
    case .control, .single, .string:
      if pending.count == 2 { emitAlt(Unicode.Scalar(pending[1])) }
    default: break
    }
    reset()
    defer { keys = [] }
    return keys
  }

  private mutating func take(_ byte: UInt8) {
    switch state {
    case .ground: begin(byte)
    case .character(let missing, let alt): takeCharacter(byte, missing: missing, alt: alt)
    case .escape: takeEscaped(byte)
    case .control: takeControl(byte)
    case .single: takeSingle(byte)
    case .mouse(let missing):
      if missing > 1 { state = .mouse(missing: missing - 1) } else { reset() }
    case .string: takeString(byte)
    case .stringEscape: takeStringEscape(byte)
    case .paste(let matched): takePasted(byte, matched: matched)
    }
  }

  private mutating func reset() {
    state = .ground
    pending.removeAll(keepingCapacity: true)
    isDoubled = false
  }

  // MARK: Text

  private mutating func begin(_ byte: UInt8, alt: Bool = false) {
    reset()
    switch byte {
    case 0x1b:
      state = .escape
      pending = [byte]
    case ..<0x80:
      if let key = KeySequences.key(ofByte: byte) { keys.append(key) }
    case 0xc2...0xf4:
      state = .character(missing: byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3, alt: alt)
      pending = [byte]
    default: break
    }
  }

  private mutating func takeCharacter(_ byte: UInt8, missing: Int, alt: Bool) {
    guard byte & 0xc0 == 0x80 else { return begin(byte) }
    pending.append(byte)
    guard missing == 1 else {
      state = .character(missing: missing - 1, alt: alt)
      return
    }
    let scalars = String(validating: pending, as: UTF8.self)?.unicodeScalars
    reset()
    guard let scalar = scalars?.first, scalar.value >= 0xa0 else { return }
    keys.append(alt ? .alt(scalar) : .character(scalar))
  }

  // MARK: Sequences

  private mutating func takeEscaped(_ byte: UInt8) {
    switch byte {
    case 0x1b:
      if isDoubled { keys.append(.escape) }
      isDoubled = true
      return
    case UInt8(ascii: "["): state = .control
    case UInt8(ascii: "O"): state = .single
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      state = .string
    default: return takeAlt(byte)
    }
    pending.append(byte)
  }

  private mutating func takeAlt(_ byte: UInt8) {
    if let key = known.exact[[0x1b, byte]] { return finish(key) }
    switch byte {
    case 0x20..<0x7f: emitAlt(Unicode.Scalar(byte))
    case 0x80...:
      if isDoubled { keys.append(.escape) }
      return begin(byte, alt: true)
    default:
      keys += isDoubled ? [.escape, .escape] : [.escape]
      return begin(byte)
    }
    reset()
  }

  private mutating func emitAlt(_ scalar: Unicode.Scalar) {
    if isDoubled { keys.append(.escape) }
    keys.append(.alt(scalar))
  }

  private mutating func finish(_ key: Key?) {
    if let key { keys.append(key) }
    reset()
  }

  private mutating func append(_ byte: UInt8) {
    if pending.count < Self.longestSequence { pending.append(byte) }
  }

  private mutating func takeControl(_ byte: UInt8) {
    guard 0x20..<0x7f ~= byte else { return begin(byte) }
    append(byte)
    if let key = known.exact[pending] { return finish(key) }
    guard !known.prefixes.contains(pending) else { return }
    switch (byte, pending.count) {
    case (UInt8(ascii: "M"), 3): state = .mouse(missing: 3)
    case (0x40..., _) where pending == KeySequences.pasteStart:
      state = .paste(matched: 0)
      pending = []
    case (UInt8(ascii: "$"), _) where KeySequences.isNumbered(pending),
      (0x40..., _):
      let isKept = pending.count < Self.longestSequence
      finish(isKept ? KeySequences.key(ofControl: pending) : nil)
    default: break
    }
  }

  private mutating func takeSingle(_ byte: UInt8) {
    guard 0x20..<0x7f ~= byte else { return begin(byte) }
    append(byte)
    if let key = known.exact[pending] { return finish(key) }
    guard !known.prefixes.contains(pending), !(0x30..<0x40 ~= byte) else { return }
    finish(KeySequences.key(ofSingle: byte))
  }

  private mutating func takeString(_ byte: UInt8) {
    switch byte {
    case 0x1b: state = .stringEscape
    case 0x07, 0x18, 0x1a: reset()
    default: append(byte)
    }
  }

  private mutating func takeStringEscape(_ byte: UInt8) {
    guard byte != UInt8(ascii: "\\") else { return reset() }
    begin(0x1b)
    take(byte)
  }

  // MARK: Paste

  private mutating func takePasted(_ byte: UInt8, matched: Int) {
    if byte == Self.pasteEnd[matched] {
      guard matched + 1 == Self.pasteEnd.count else {
        state = .paste(matched: matched + 1)
        return
      }
      return endPaste()
    }
    keep(Self.pasteEnd[..<matched])
    // Its first byte occurs in the terminator only once, so nothing else can begin it anew.
    state = .paste(matched: byte == 0x1b ? 1 : 0)
    if byte != 0x1b { keep([byte]) }
  }

  private mutating func keep(_ bytes: some Collection<UInt8>) {
    pending += bytes.prefix(max(0, Self.longestPaste - pending.count))
  }

  private mutating func endPaste() {
    finish(.paste(String(decoding: pending, as: UTF8.self)))
  }
}
