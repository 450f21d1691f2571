import Articles

extension JSONWriter {
  /// Writes the marks of an article: known and unknown members together, sorted by name.
  mutating func put(_ marks: Marks) {
    var members = MemberWriter(unknown: marks.unknown)
    put("{")
    if let fingerprint = marks.fingerprint {
      members.begin("fingerprint", &self)
      put(string: fingerprint)
    }
    if let position = marks.position {
      members.begin("position", &self)
      put(position) { $0.put($1) }
    }
    if let read = marks.read {
      members.begin("read", &self)
      put(read) { $0.put($1) }
    }
    if let starred = marks.starred {
      members.begin("starred", &self)
      put(starred) { $0.put($1) }
    }
    if !marks.tags.isEmpty || !marks.unknownTags.isEmpty {
      members.begin("tags", &self)
      put(tags: marks)
    }
    members.end(&self)
    put("}")
  }

  private mutating func put(tags marks: Marks) {
    var members = MemberWriter(unknown: marks.unknownTags)
    put("{")
    for (name, register) in marks.sortedTags {
      var spelling = JSONWriter()
      spelling.put(string: name)
      members.begin(
        UnsafeRawBufferPointer(rebasing: spelling.written.dropFirst().dropLast()), &self)
      put(register) { $0.put($1) }
    }
    members.end(&self)
    put("}")
  }

  private mutating func put<Value>(
    _ register: Register<Value>, _ putValue: (inout JSONWriter, Value) -> Void
  ) {
    put("{\"value\": ")
    putValue(&self, register.value)
    put(", \"at\": ")
    put(Int64(register.at))
    put(register.unknown)
    put("}")
  }

  mutating func put(_ position: Position) {
    put("{\"offset\": ")
    put(Int64(position.offset))
    put(", \"quote\": ")
    put(string: position.quote)
    put(", \"progress\": ")
    put(share: position.progress)
    put(position.unknown)
    put("}")
  }

  private mutating func put(_ unknown: UnknownMembers) {
    for member in unknown.members {
      put(", ")
      put(member)
    }
  }

  mutating func put(_ member: UnknownMembers.Member) {
    member.name.withUnsafeBytes { put(quoted: $0) }
    put(": ")
    put(member.json)
  }
}

/// Puts the unknown members of an object between the known ones where their names belong.
private struct MemberWriter {
  private var rest: ArraySlice<UnknownMembers.Member>
  private var isFirst = true

  init(unknown: UnknownMembers) { rest = unknown.members[...] }

  mutating func begin(_ name: StaticString, _ writer: inout JSONWriter) {
    begin(UnsafeRawBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount), &writer)
  }

  /// - Parameter name: as it is spelled in JSON.
  mutating func begin(_ name: UnsafeRawBufferPointer, _ writer: inout JSONWriter) {
    while let member = rest.first, !name.lexicographicallyPrecedes(member.name) {
      rest.removeFirst()
      // A known register that has been set stands for what was there.
      if !member.name.elementsEqual(name) { put(member, &writer) }
    }
    separate(&writer)
    writer.put(quoted: name)
    writer.put(": ")
  }

  mutating func end(_ writer: inout JSONWriter) {
    for member in rest { put(member, &writer) }
  }

  private mutating func put(_ member: UnknownMembers.Member, _ writer: inout JSONWriter) {
    separate(&writer)
    writer.put(member)
  }

  private mutating func separate(_ writer: inout JSONWriter) {
    if !isFirst { writer.put(", ") }
    isFirst = false
  }
}

extension Marks {
  fileprivate var sortedTags: [(key: String, value: Register<Bool>)] {
    tags.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
  }
}
