import Articles

// How the history spells its entries, one a line:
//
//   {"did": "9f…", "at": 1764000000123, "name": "Marked 1 article read",
//    "changes": [{"path": "a.txt", "set": {"read": true}, "back": [{"read": false}]}]}
//   {"undid": "9f…", "at": 1764000000456}

extension JSONWriter {
  /// Writes an entry and ends its line.
  mutating func put(_ entry: HistoryEntry) {
    put("{")
    switch entry {
    case .did(let action):
      put("did", id: action.id, at: action.at)
      put(", \"name\": ")
      put(string: action.name)
      put(", \"changes\": ")
      put(list: action.changes) { $0.put($1) }
    case .undid(let id, let at): put("undid", id: id, at: at)
    case .redid(let id, let at): put("redid", id: id, at: at)
    }
    put("}\n")
  }

  private mutating func put(_ event: StaticString, id: Action.ID, at: Timestamp) {
    put(member: event)
    put(string: String(id, radix: 16))
    put(", \"at\": ")
    put(at)
  }

  private mutating func put(_ change: Action.Change) {
    put("{\"path\": ")
    put(string: PathKey.encoded(change.assignment.path))
    put(", \"set\": ")
    put(change.assignment.mark)
    put(", \"back\": ")
    put(list: change.restoring) { $0.put($1) }
    put("}")
  }

  private mutating func put(_ mark: Mark) {
    put("{")
    switch mark {
    case .read(let value):
      put(member: "read")
      put(value)
    case .starred(let value):
      put(member: "starred")
      put(value)
    case .tag(let name, let value):
      put(member: value ? "tag" : "untag")
      put(string: name)
    case .position(let position):
      put(member: "position")
      put(position)
    }
    put("}")
  }

  private mutating func put(member name: StaticString) {
    put("\"")
    put(name)
    put("\": ")
  }

  private mutating func put<Element>(
    list: [Element], _ putElement: (inout JSONWriter, Element) -> Void
  ) {
    put("[")
    for (index, element) in list.enumerated() {
      if index > 0 { put(", ") }
      putElement(&self, element)
    }
    put("]")
  }
}

extension JSONCursor {
  mutating func historyEntry() throws(Malformed) -> HistoryEntry {
    var event: (name: String, id: Action.ID)?
    var at: Timestamp = 0
    var name = ""
    var changes: [Action.Change] = []
    try object { (cursor, member) throws(Malformed) in
      switch cursor.string(member) {
      case "did", "undid", "redid":
        let id = Action.ID(cursor.string(try cursor.string()), radix: 16)
        event = id.map { (cursor.string(member), $0) }
      case "at": at = try cursor.wholeNumber() ?? 0
      case "name": name = cursor.string(try cursor.string())
      case "changes":
        try cursor.array { (cursor) throws(Malformed) in changes.append(try cursor.change()) }
      default: _ = try cursor.value()
      }
    }
    guard let event else { throw Malformed() }
    switch event.name {
    case "did": return .did(Action(id: event.id, at: at, name: name, changes: changes))
    case "undid": return .undid(event.id, at: at)
    default: return .redid(event.id, at: at)
    }
  }

  private mutating func change() throws(Malformed) -> Action.Change {
    var path: ArticlePath?
    var mark: Mark?
    var restoring: [Mark] = []
    try object { (cursor, member) throws(Malformed) in
      switch cursor.string(member) {
      case "path": path = PathKey.decoded(cursor.text(try cursor.string()))
      case "set": mark = try cursor.mark()
      case "back":
        try cursor.array { (cursor) throws(Malformed) in restoring.append(try cursor.mark()) }
      default: _ = try cursor.value()
      }
    }
    guard let path, let mark else { throw Malformed() }
    return Action.Change(Assignment(path: path, mark: mark), restoring: restoring)
  }

  private mutating func mark() throws(Malformed) -> Mark {
    var mark: Mark?
    try object { (cursor, member) throws(Malformed) in
      switch cursor.string(member) {
      case "read": mark = .read(try cursor.boolean())
      case "starred": mark = .starred(try cursor.boolean())
      case "tag": mark = .tag(cursor.string(try cursor.string()), true)
      case "untag": mark = .tag(cursor.string(try cursor.string()), false)
      case "position": mark = .position(try cursor.position())
      default: _ = try cursor.value()
      }
    }
    guard let mark else { throw Malformed() }
    return mark
  }

  /// Reads an array: calls `element` before each of its values.
  private mutating func array(
    _ element: (inout JSONCursor) throws(Malformed) -> Void
  ) throws(Malformed) {
    try expect(UInt8(ascii: "["))
    if take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    try expect(UInt8(ascii: "]"))
  }
}
