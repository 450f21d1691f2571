import Screen

/// A list that lies over the panes, with one row selected.
struct ListPage: Hashable, Sendable {
  private(set) var selection: Int
  private var wantedTop = 0
  /// Whether `g` was pressed: another one goes to the first row.
  private var isAfterG = false

  init(selection: Int = 0) { self.selection = selection }

  /// The first row shown, where there is room for so many: the selection is always shown, and the
  /// room is filled.
  func top(rows: Int, count: Int) -> Int {
    let least = max(selection - rows + 1, 0)
    return min(max(wantedTop, least), selection, max(count - rows, 0))
  }

  /// Moves the selection if the key does that.
  /// - Parameters:
  ///   - count: how many rows the list has.
  ///   - rows: how many of them are shown at once.
  mutating func move(by key: Key, count: Int, rows: Int) {
    wantedTop = top(rows: rows, count: count)
    let wasAfterG = isAfterG
    isAfterG = key == .character("g") && !wasAfterG
    let row: Int
    switch key {
    case .down, .character("j"): row = selection + 1
    case .up, .character("k"): row = selection - 1
    case .pageDown, .control("f"), .character(" "), .character("f"): row = selection + rows
    case .pageUp, .control("b"), .character("b"): row = selection - rows
    case .home: row = 0
    case .character("g") where wasAfterG: row = 0
    case .end, .character("G"): row = count - 1
    default: return
    }
    selection = min(max(row, 0), max(count - 1, 0))
  }
}
