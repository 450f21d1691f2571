import Screen

// The panes, and leaving them.
extension State {
  mutating func performPanes(_ command: Command) {
    switch command {
    case .open: enterReadingPane()
    case .back: leaveReadingPane()
    case .swapPanes: if pane == .list { enterReadingPane() } else { leaveReadingPane() }
    case .leave: if pane == .list { effects.append(.quit) } else { leaveReadingPane() }
    case .quit: effects.append(.quit)
    case .focus: toggleFocus()
    case .cycleLayout: cycleLayout()
    case .narrowList: resizeList(by: -4)
    case .widenList: resizeList(by: 4)
    case .suspend: effects.append(.suspend)
    case .redraw: effects.append(.redraw)
    case .rescan: lookAgain()
    default: break
    }
  }

  mutating func enterReadingPane() {
    guard list.selected != nil else { return message = Message(Wording.nothingToOpen) }
    list.anchor = nil
    pane = .reading
    seekHit()
  }

  mutating func leaveReadingPane() {
    guard pane == .reading else { return }
    leaveArticle()
    reading.search = nil
    arrangement.isFocused = false
    pane = .list
  }

  private mutating func lookAgain() {
    applyView()
    lookUpAgain()
    message = Message(Wording.lookingAround)
    rescan(isAsked: true)
  }

  private mutating func toggleFocus() {
    arrangement.isFocused.toggle()
    if arrangement.isFocused { enterReadingPane() }
    if pane == .list { arrangement.isFocused = false }
  }

  private mutating func cycleLayout() {
    let modes = Arrangement.Mode.allCases
    let index = modes.firstIndex(of: arrangement.mode) ?? 0
    arrangement.mode = modes[(index + 1) % modes.count]
    message = Message(Wording.layout(arrangement.mode))
  }

  private mutating func resizeList(by columns: Int) {
    let before = layout
    arrangement.extraListColumns += columns
    let change = (layout.list?.size.columns ?? 0) - (before.list?.size.columns ?? 0)
    // What goes beyond the bounds is not kept, so that the other key acts at once.
    arrangement.extraListColumns += change - columns
    guard change == 0 else { return }
    message = Message(Wording.listAsItIs(isBesideReading: before.isSideBySide))
  }
}
