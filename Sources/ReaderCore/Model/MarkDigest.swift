import Articles

/// What views ask of the marks of an article, so small that all of them can be looked through at
/// once.
struct MarkDigest: Hashable, Sendable {
  var state = ReadState.unread
  var isStarred = false
  var hasTags = false

  /// Whether any mark is set.
  var isMarked: Bool { state != .unread || isStarred || hasTags }
}

extension MarkDigest {
  init(_ marks: Marks) {
    self.init(
      state: marks.state, isStarred: marks.isStarred,
      hasTags: marks.tags.contains { $0.value.value })
  }
}

/// How many articles there are, and how many in each state.
struct Counts: Hashable, Sendable {
  var total = 0
  var unread = 0
  var reading = 0

  mutating func add(_ state: ReadState) { change(by: 1, state) }

  mutating func remove(_ state: ReadState) { change(by: -1, state) }

  mutating func replace(_ before: ReadState, by after: ReadState) {
    remove(before)
    add(after)
  }

  private mutating func change(by amount: Int, _ state: ReadState) {
    total += amount
    switch state {
    case .unread: unread += amount
    case .reading: reading += amount
    case .read: break
    }
  }
}
