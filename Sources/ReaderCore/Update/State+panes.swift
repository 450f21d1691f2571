import Screen

// The panes, and leaving them.
extension State {
  mutating func performPanes(_ command: Command) {
    switch command {
    case .open: enterReadingPane()
    case .back: leaveReadingPane()
    case .swapPanes: if pane == .list { enterReadingPane() } else { leaveReadingPane() }
    case .leave: leave()
    case .quit: quit()
    case .focus: toggleFocus()
    case .cycleLayout: cycleLayout()
    case .narrowList: resizeList(by: -4)
    case .widenList: resizeList(by: 4)
    case .suspend:
      leaveArticle()
      effects.append(.suspend)
    case .redraw: effects.append(.redraw)
    case .rescan: rescan()
    default: break
    }
  }

  mutating func enterReadingPane() {
    guard list.selected != nil else { return message = Message(Wording.nothingToOpen) }
    list.anchor = nil
    pane = .reading
    settlePage()
    if !reading.isLoading { openShown() }
  }

  private mutating func leaveReadingPane() {
    guard pane == .reading else { return }
    leaveArticle()
    reading.search = nil
    arrangement.isFocused = false
    pane = .list
  }

  /// `q`: out of the reading pane, then out of the program.
  private mutating func leave() {
    if pane == .reading { leaveReadingPane() } else { quit() }
  }

  private mutating func quit() {
    leaveArticle()
    effects.append(.quit)
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
    let before = layout.list?.size.columns
    arrangement.extraListColumns += columns
    if layout.list?.size.columns == before { arrangement.extraListColumns -= columns }
  }
}
