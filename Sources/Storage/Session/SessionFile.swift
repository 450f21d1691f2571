import Articles

/// Remembers in the user's folder for state how a library was left. Of several windows the last one
/// that is closed counts. What cannot be read is as if it were missing: nothing is lost with it.
package struct SessionFile: Sendable {
  /// The most bytes that are read.
  private static let longest = 1 << 14
  private let folder: String
  private let name: String

  /// - Parameters:
  ///   - library: the path of the folder.
  ///   - stateHome: `$XDG_STATE_HOME/lectern`.
  package init(library: String, stateHome: String) {
    folder = "\(stateHome)/sessions"
    name = "\(StateLocation.name(ofLibrary: library)).json"
  }

  package func load() -> Session? {
    guard let folder = try? StateFolder(folder, making: .nothing, on: SystemDisk()),
      let snapshot = try? folder.read(name), snapshot.bytes.count <= SessionFile.longest
    else { return nil }
    return SessionFile.session(snapshot.bytes)
  }

  /// Blocks: not for the main thread while the user waits.
  /// - Throws: `LibraryError` where it cannot be written; what was there stays.
  package func save(_ session: Session) throws(LibraryError) {
    let folder = try StateFolder(folder, making: .folderAndParents, on: SystemDisk())
    var bytes = SessionFile.bytes(session)
    if bytes.count > SessionFile.longest {
      // Without so long a query, the rest can be read.
      var session = session
      (session.query, session.view) = (nil, nil)
      bytes = SessionFile.bytes(session)
    }
    try folder.replace(name, with: bytes)
  }

  static func bytes(_ session: Session) -> [UInt8] {
    var writer = JSONWriter()
    writer.put("{\"sort\": ")
    writer.put(string: session.sort.key.rawValue)
    writer.put(", \"isReversed\": ")
    writer.put(session.sort.isReversed)
    writer.put(", \"hidesRead\": ")
    writer.put(session.hidesRead)
    if let query = session.query {
      writer.put(", \"query\": ")
      writer.put(string: query)
    }
    if let view = session.view {
      writer.put(", \"view\": ")
      writer.put(string: view)
    }
    if let selected = session.selected {
      writer.put(", \"selected\": ")
      writer.put(string: PathKey.encoded(selected))
    }
    writer.put(", \"at\": ")
    writer.put(session.at)
    writer.put("}\n")
    return writer.finished()
  }

  static func session(_ bytes: [UInt8]) -> Session? {
    guard (try? UTF8Span(validating: bytes.span)) != nil else { return nil }
    var cursor = JSONCursor(bytes)
    return try? cursor.session()
  }
}

extension JSONCursor {
  fileprivate mutating func session() throws(Malformed) -> Session {
    var session = Session()
    try object { (cursor, name) throws(Malformed) in
      if cursor.spells(name, "sort") {
        let key = cursor.string(try cursor.string())
        session.sort.key = Sort.Key(rawValue: key) ?? session.sort.key
      } else if cursor.spells(name, "isReversed") {
        session.sort.isReversed = try cursor.boolean()
      } else if cursor.spells(name, "hidesRead") {
        session.hidesRead = try cursor.boolean()
      } else if cursor.spells(name, "query") {
        session.query = cursor.string(try cursor.string())
      } else if cursor.spells(name, "view") {
        session.view = cursor.string(try cursor.string())
      } else if cursor.spells(name, "selected") {
        session.selected = try cursor.path(try cursor.string())
      } else if cursor.spells(name, "at") {
        session.at = try cursor.wholeNumber() ?? 0
      } else {
        _ = try cursor.value()
      }
    }
    return session
  }
}
