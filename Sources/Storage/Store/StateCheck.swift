import Articles

/// What a look at a state file found; nothing is changed by it.
package struct StateCheck: Sendable {
  package enum Condition: Hashable, Sendable {
    case missing, whole
    /// The file asks for a newer program.
    case newer(minimumReader: Int64)
    /// These lines, numbered from 1 on, hold something that cannot be read.
    case damaged(lines: [Int])
  }

  package let path: String
  package let condition: Condition
  /// What is in the file, or can be read of it.
  package let articles: [ArticlePath: Marks]
  /// The names of the conflict copies beside it.
  package let conflictCopies: [String]

  /// Looks at the file, or where there is none at the one that stands in for it.
  /// - Throws: `LibraryError` where it cannot be read.
  package init(_ location: StateLocation, on disk: any Disk = SystemDisk()) throws(LibraryError) {
    let file = try StateCheck.look(at: location.file, disk)
    guard file.condition == .missing, let fallback = location.fallback else {
      self = file
      return
    }
    let other = try StateCheck.look(at: fallback, disk)
    self = other.condition == .missing ? file : other
  }

  /// The marks of all articles, counted one by one.
  package var marks: Int {
    articles.values.reduce(0) { sum, marks in
      let registers = [marks.read != nil, marks.position != nil, marks.starred != nil]
      return sum + registers.count { $0 } + marks.tags.count
    }
  }

  private init(path: String, _ condition: Condition, _ state: LibraryState, copies: [String]) {
    self.path = path
    self.condition = condition
    articles = state.articles
    conflictCopies = copies
  }

  private static func look(at path: String, _ disk: any Disk) throws(LibraryError) -> StateCheck {
    let file = StateFile(path, making: .nothing, locks: nil, on: disk) { 0 }
    let target = file.target
    guard let folder = try file.open(target) else {
      return StateCheck(path: path, .missing, LibraryState(), copies: [])
    }
    let names = (try? disk.names(in: folder.file)) ?? []
    let copies = names.filter(ConflictName(of: target.name).matches).sorted()
    guard let snapshot = try folder.read(target.name) else {
      return StateCheck(path: path, .missing, LibraryState(), copies: copies)
    }
    guard let state = LibraryState(snapshot.bytes) else {
      let (state, broken) = LibraryState.salvage(snapshot.bytes)
      return StateCheck(path: path, .damaged(lines: broken), state, copies: copies)
    }
    let condition: Condition =
      state.isNewer ? .newer(minimumReader: state.minimumReader) : .whole
    return StateCheck(path: path, condition, state, copies: copies)
  }
}
