import Articles
import Seeded
import Storage

extension LibraryState {
  /// Names and texts that are hard on a file of JSON: two spellings of one character among them.
  private static let texts = [
    "a", "é", "e\u{301}", "\"", "\\", "\n", "\u{9B}", "\u{7F}", "%41", "😀", "\u{FEFF}", "",
  ]
  private static let paths: [[UInt8]] =
    texts.dropLast().map { Array($0.utf8) } + [[0xFF], [0xC2], [0xED, 0xA0, 0x80], [0x61, 0x80]]

  static func random(_ numbers: inout Seeded) -> LibraryState {
    var state = LibraryState()
    for _ in 0..<Int.random(in: 0...4, using: &numbers) {
      let path = ArticlePath(paths.randomElement(using: &numbers) ?? [])
      var marks = Marks()
      for _ in 0..<Int.random(in: 1...4, using: &numbers) {
        let time = Timestamp.random(in: 1...3, using: &numbers)
        marks.apply(MarkChange(path: path, mark: mark(&numbers), at: time))
      }
      state.articles[path] = marks
    }
    return state
  }

  private static func mark(_ numbers: inout Seeded) -> Mark {
    let value = Bool.random(using: &numbers)
    let text = texts.randomElement(using: &numbers) ?? ""
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0: return .read(value)
    case 1: return .starred(value)
    case 2: return .tag(text, value)
    default:
      let shares: [Double] = [0, 1e-9, 1 / 3, 1]
      let progress = shares.randomElement(using: &numbers) ?? 0
      return .position(Position(offset: 7, quote: text, progress: progress))
    }
  }
}
