import TerminalTesting

/// What is measured of a peer that lists articles and opens them. No figure is taken of a screen
/// that does not show what was asked for.
struct ReadingPeer {
  let name: String
  private var starts: [Double?] = []
  private var down: [Reaction?] = []
  private var opened: [Reaction?] = []
  private var left: [Reaction?] = []
  private var memory: [Double] = []

  init(name: String) { self.name = name }

  /// Measures keys and memory in a session that shows the list.
  mutating func use(_ session: Session, start: Double) {
    session.settle()
    starts.append(start)
    session.processMemory.map { memory.append(Double($0.resident) / 1e6) }
    for _ in 0..<5 {
      let row = session.cursorRow
      down.append(session.press("j") { _ in session.cursorRow == row + 1 })
    }
    for _ in 0..<5 {
      // Not the same one again, which may be kept.
      _ = session.press("j")
      opened.append(session.press("Enter", until: Self.showsText))
      left.append(session.press("q", until: Self.showsList))
    }
  }

  func report() {
    Report.times("\(name): start", starts)
    Report.figure("\(name): resident memory", memory, "MB")
    Report.reactions("\(name): j", down)
    Report.reactions("\(name): open", opened)
    Report.reactions("\(name): back", left)
  }

  /// Most rows show an article.
  static func showsList(_ screen: [String]) -> Bool {
    GeneratedLibrary.rows(screen, titles: true) >= screen.count * 3 / 4
  }

  /// The title of one article, and words that are no title.
  static func showsText(_ screen: [String]) -> Bool {
    (1...4).contains(GeneratedLibrary.rows(screen, titles: true))
      && screen.contains { $0.contains(/\b[a-z]+ [a-z]+ [a-z]+ [a-z]+\b/) }
  }
}
