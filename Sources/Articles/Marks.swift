/// One mark and when it was set. On merge the later one wins.
package struct Register<Value: Hashable & Sendable>: Hashable, Sendable {
  package var value: Value
  package var at: Timestamp
  package var unknown = UnknownMembers()

  package init(_ value: Value, at: Timestamp) {
    self.value = value
    self.at = at
  }
}

// Made here, where the compiler knows the type: in another module it asks for it at each of a hundred
// thousand calls.
extension Register<Bool> {
  package static func flag(_ value: Bool, at time: Timestamp) -> Self { Register(value, at: time) }
}

extension Register<Position> {
  package static func place(_ value: Position, at time: Timestamp) -> Self {
    Register(value, at: time)
  }
}

/// The place to resume an article at.
package struct Position: Hashable, Sendable {
  /// Bytes from the start of the text, decoded to UTF-8, to the first line shown.
  package var offset: Int
  /// A few words at the place, to find it again after an edit.
  package var quote: String
  /// The share of the article that has been shown so far, 0…1.
  package var progress: Double
  package var unknown = UnknownMembers()

  package init(offset: Int, quote: String, progress: Double) {
    self.offset = offset
    self.quote = quote
    self.progress = progress
  }

  /// By bytes: two spellings of a quote are not one, or replicas that differ so would stay different.
  package static func == (left: Position, right: Position) -> Bool {
    left.offset == right.offset && left.progress == right.progress
      && left.quote.utf8.elementsEqual(right.quote.utf8) && left.unknown == right.unknown
  }
}

/// How far an article has been read.
package enum ReadState: String, Sendable, CaseIterable {
  case unread, reading, read
}

/// All marks of one article.
///
/// They are kept behind a reference, shared until one of the values is changed: a table of a hundred
/// thousand articles is then small, and copied at once.
package struct Marks: Hashable, Sendable {
  private var content: Content

  package init() { content = .none }

  package init(
    fingerprint: String?, read: Register<Bool>?, position: Register<Position>?,
    starred: Register<Bool>?, tags: [String: Register<Bool>]
  ) {
    content = Content(
      Fields(
        fingerprint: fingerprint, read: read, position: position, starred: starred, tags: tags))
  }

  /// 32 hexadecimal digits: XXH3-128 of the file's content when it was last marked.
  package var fingerprint: String? {
    get { content.fields.fingerprint }
    set { own().fields.fingerprint = newValue }
  }
  package var read: Register<Bool>? {
    get { content.fields.read }
    set { own().fields.read = newValue }
  }
  package var position: Register<Position>? {
    get { content.fields.position }
    set { own().fields.position = newValue }
  }
  package var starred: Register<Bool>? {
    get { content.fields.starred }
    set { own().fields.starred = newValue }
  }
  package var tags: [String: Register<Bool>] {
    get { content.fields.tags }
    set { own().fields.tags = newValue }
  }
  package var unknown: UnknownMembers {
    get { content.fields.unknown }
    set { own().fields.unknown = newValue }
  }
  /// Tags whose registers have a shape that this version does not know.
  package var unknownTags: UnknownMembers {
    get { content.fields.unknownTags }
    set { own().fields.unknownTags = newValue }
  }

  private mutating func own() -> Content {
    if !isKnownUniquelyReferenced(&content) { content = Content(content.fields) }
    return content
  }

  /// By bytes, as positions are: two spellings of a tag have different files.
  package static func == (left: Marks, right: Marks) -> Bool {
    left.content === right.content
      || left.read == right.read && left.position == right.position && left.starred == right.starred
        && (left.fingerprint ?? "").utf8.elementsEqual((right.fingerprint ?? "").utf8)
        && left.hasTags(of: right)
        && left.unknown == right.unknown && left.unknownTags == right.unknownTags
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(read)
    hasher.combine(starred)
    hasher.combine(latest)
  }

  private func hasTags(of other: Marks) -> Bool {
    tags.count == other.tags.count
      && tags.allSatisfy { name, register in
        guard let index = other.tags.index(forKey: name) else { return false }
        let (theirs, value) = other.tags[index]
        return value == register && theirs.utf8.elementsEqual(name.utf8)
      }
  }

  /// There is nothing to keep.
  package var isEmpty: Bool {
    fingerprint == nil && read == nil && position == nil && starred == nil && tags.isEmpty
      && unknown.isEmpty && unknownTags.isEmpty
  }

  /// An article is being read where it was opened after it was last marked unread.
  package var state: ReadState {
    if let read, read.value { return .read }
    guard let position else { return .unread }
    return position.at > (read?.at ?? .min) ? .reading : .unread
  }

  /// The tags that the article has, in order.
  package var tagNames: [String] { tags.filter(\.value.value).keys.sorted() }

  /// Whether setting a mark would change nothing that is seen.
  package func has(_ mark: Mark) -> Bool {
    switch mark {
    case .read(true): state == .read
    case .read(false): state == .unread
    case .starred(let value): isStarred == value
    case .tag(let name, let value): (tags[name]?.value ?? false) == value
    case .position: false
    }
  }

  package var isStarred: Bool { starred?.value ?? false }

  /// The share of the article shown so far, 0…1.
  package var progress: Double {
    switch state {
    case .read: 1
    case .reading: position?.value.progress ?? 0
    case .unread: 0
    }
  }

  /// The latest time in any register; what the next change must come after.
  package var latest: Timestamp? {
    var latest = tags.values.map(\.at).max()
    for time in [read?.at, position?.at, starred?.at] {
      if let time { latest = max(latest ?? time, time) }
    }
    return latest
  }
}

extension Marks {
  private struct Fields {
    var fingerprint: String?
    var read: Register<Bool>?
    var position: Register<Position>?
    var starred: Register<Bool>?
    var tags: [String: Register<Bool>] = [:]
    var unknown = UnknownMembers()
    var unknownTags = UnknownMembers()
  }

  /// `@unchecked`, because the compiler cannot see that the fields are changed only while a single
  /// value refers to them.
  private final class Content: @unchecked Sendable {
    static let none = Content(Fields())

    var fields: Fields

    init(_ fields: Fields) { self.fields = fields }
  }
}
