extension Key {
  /// The name of the key in help and configuration: `j`, `Space`, `Ctrl-D`, `Alt-/`, `PgDn`, `F1`.
  ///
  /// It is ASCII but for a printable scalar that names itself; a paste has a name but is no key.
  package var name: String {
    switch self {
    case .character(let scalar): Self.name(of: scalar)
    case .control(let scalar): "Ctrl-" + Self.name(of: scalar.raisedASCII)
    case .alt(let scalar): "Alt-" + Self.name(of: scalar)
    case .function(let number): "F\(number)"
    case .paste: "Paste"
    default: Self.named.first { $0.key == self }?.name ?? ""
    }
  }

  /// The key of a name; nil for what is no key's name.
  package init?(name: String) {
    if let key = Self.named.first(where: { $0.name == name })?.key {
      self = key
    } else if let scalar = Self.suffix(of: name, after: "Ctrl-").flatMap(Self.scalar) {
      self = .control(scalar.loweredASCII)
    } else if let scalar = Self.suffix(of: name, after: "Alt-").flatMap(Self.scalar) {
      self = .alt(scalar)
    } else if let number = Self.suffix(of: name, after: "F").flatMap(Int.init),
      number > 0, name == "F\(number)"
    {
      self = .function(number)
    } else if let scalar = Self.scalar(named: name) {
      self = .character(scalar)
    } else {
      return nil
    }
  }

  private static let named: [(name: String, key: Key)] = [
    ("Enter", .enter), ("Tab", .tab), ("Shift-Tab", .backTab), ("Esc", .escape),
    ("Backspace", .backspace), ("Insert", .insert), ("Delete", .delete), ("Home", .home),
    ("End", .end), ("PgUp", .pageUp), ("PgDn", .pageDown), ("Up", .up), ("Down", .down),
    ("Left", .left), ("Right", .right),
  ]

  /// The scalar itself, or its number if it would not be seen.
  private static func name(of scalar: Unicode.Scalar) -> String {
    if scalar == " " { return "Space" }
    if case .base = Treatment(of: scalar), !scalar.properties.isWhitespace {
      return String(scalar)
    }
    return "U+" + String(scalar.value, radix: 16, uppercase: true)
  }

  private static func scalar(named name: String) -> Unicode.Scalar? {
    if name == "Space" { return " " }
    let scalars = name.unicodeScalars
    if scalars.count == 1 { return scalars.first }
    let digits = suffix(of: name, after: "U+")
    return digits.flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init)
  }

  private static func suffix(of name: String, after prefix: String) -> String? {
    // By scalars: a mark joins the last letter of the prefix to one `Character`.
    let scalars = name.unicodeScalars
    guard scalars.starts(with: prefix.unicodeScalars) else { return nil }
    let rest = scalars.dropFirst(prefix.unicodeScalars.count)
    return rest.isEmpty ? nil : String(rest)
  }
}

extension Unicode.Scalar {
  fileprivate var raisedASCII: Unicode.Scalar {
    ("a"..."z").contains(self) ? Unicode.Scalar(UInt8(value) & 0xDF) : self
  }

  fileprivate var loweredASCII: Unicode.Scalar {
    ("A"..."Z").contains(self) ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
