import Articles

extension JSONCursor {
  /// Reads the marks of an article. What has another shape than we know is kept as unknown.
  mutating func marks() throws(Malformed) -> Marks {
    var marks = Marks()
    try object { (cursor, name) throws(Malformed) in
      let start = cursor.at
      do throws(Malformed) {
        try cursor.mark(name, into: &marks)
      } catch {
        cursor.at = start
        marks.unknown.insert(try cursor.unknownMember(name))
      }
    }
    return marks
  }

  /// Reads one member of an article; what stands twice is merged.
  private mutating func mark(_ name: JSONCursor.Spelling, into marks: inout Marks) throws(Malformed)
  {
    if spells(name, "fingerprint") {
      let fingerprint = try keptString()
      marks.fingerprint = fingerprint.isEmpty ? nil : fingerprint
    } else if spells(name, "read") {
      marks.mergeRead(try flag())
    } else if spells(name, "position") {
      marks.mergePosition(
        try register { (cursor) throws(Malformed) in try cursor.position() })
    } else if spells(name, "starred") {
      marks.mergeStarred(try flag())
    } else if spells(name, "tags") {
      try tags(into: &marks)
    } else {
      throw Malformed()
    }
  }

  private mutating func tags(into marks: inout Marks) throws(Malformed) {
    try object { (cursor, name) throws(Malformed) in
      let start = cursor.at
      do throws(Malformed) {
        let tag = cursor.string(name)
        try cursor.check(name) { $0.put(string: tag) }
        marks.mergeTag(tag, try cursor.flag())
      } catch {
        cursor.at = start
        marks.unknownTags.insert(try cursor.unknownMember(name))
      }
    }
  }

  private mutating func flag() throws(Malformed) -> Register<Bool> {
    try register { (cursor) throws(Malformed) in try cursor.boolean() }
  }

  private mutating func register<Value>(
    _ read: (inout JSONCursor) throws(Malformed) -> Value
  ) throws(Malformed) -> Register<Value> {
    var value: Value?
    var time: Timestamp = 0
    var unknown = UnknownMembers()
    try object { (cursor, name) throws(Malformed) in
      if cursor.spells(name, "value") {
        value = try read(&cursor)
      } else if cursor.spells(name, "at") {
        time = try cursor.stamp()
      } else {
        unknown.insert(try cursor.unknownMember(name))
      }
    }
    guard let value else { throw Malformed() }
    var register = Register(value, at: time)
    register.unknown = unknown
    return register
  }

  /// A time that cannot be one counts as the earliest, so that the next change is later.
  private mutating func stamp() throws(Malformed) -> Timestamp {
    guard next == UInt8(ascii: "-") || hexDigit(next) ?? 10 < 10 else {
      _ = try value()
      return 0
    }
    let stamp = try wholeNumber() ?? 0
    return Marks.stamps.contains(stamp) ? stamp : 0
  }

  mutating func position() throws(Malformed) -> Position {
    var offset: Int64?
    var position = Position(offset: 0, quote: "", progress: 0)
    try object { (cursor, name) throws(Malformed) in
      if cursor.spells(name, "offset") {
        offset = try cursor.wholeNumber()
      } else if cursor.spells(name, "quote") {
        position.quote = try cursor.keptString()
      } else if cursor.spells(name, "progress") {
        position.progress = min(max(try cursor.fraction(), 0), 1)
      } else {
        position.unknown.insert(try cursor.unknownMember(name))
      }
    }
    guard let offset else { throw Malformed() }
    position.offset = Int(offset)
    return position
  }
}
