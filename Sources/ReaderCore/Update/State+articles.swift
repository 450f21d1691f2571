import Articles

// Going from article to article.
extension State {
  mutating func performArticles(_ command: Command, count: Int) {
    switch command {
    case .nextArticle: step(by: count)
    case .previousArticle: step(by: -count)
    case .next: if !goToMatch(by: count) { goToUnread(by: count) }
    case .previous: goToUnread(by: -count)
    case .nextUnread: goToUnread(by: count)
    case .previousUnread: goToUnread(by: -count)
    case .lastPlace: goToLastPlace()
    case .randomUnread: goToRandomUnread()
    default: break
    }
  }

  private mutating func step(by count: Int) {
    guard list.count > 0 else { return message = Message(Wording.nothingToOpen) }
    if count > 0 { moveOn() }
    let row = min(max(list.selection + count, 0), list.count - 1)
    guard row == list.selection else { return leave(forRow: row) }
    message = message ?? Message(count > 0 ? Wording.lastArticle : Wording.firstArticle)
  }

  /// Leaves the article for another row. In the reading pane the new one is open at once.
  private mutating func leave(forRow row: Int, opening: Bool = false) {
    select(row: row)
    followSelection()
    reading.opensWhenShown = opening
  }

  /// Goes to the unread article that is so many further, beginning again at the other end of the
  /// view.
  mutating func goToUnread(by count: Int, opening: Bool = false) {
    if count > 0 { moveOn() }
    guard let row = unreadRow(by: count) else {
      return message = Message(Wording.nothingUnread(list.counts))
    }
    leave(forRow: row, opening: opening)
  }

  private func unreadRow(by count: Int) -> Int? {
    let step = count < 0 ? -1 : 1
    var left = abs(count)
    var found: Int?
    for distance in 1..<max(list.count, 2) {
      let row = (list.selection + step * distance + list.count * 2) % max(list.count, 1)
      guard row != list.selection, isUnread(row) else { continue }
      found = row
      left -= 1
      if left == 0 { break }
    }
    return found
  }

  private func isUnread(_ row: Int) -> Bool { list.digests[list.rows[row]].state == .unread }

  private mutating func goToLastPlace() {
    let last = lastOpened == list.selected?.path && pane == .reading ? openedBefore : lastOpened
    guard let last else { return message = Message(Wording.noLastPlace) }
    guard let row = list.row(of: last) else { return message = Message(Wording.lastPlaceHidden) }
    leave(forRow: row)
    enterReadingPane()
  }

  private mutating func goToRandomUnread() {
    let rows = list.rows.indices.filter { $0 != list.selection && isUnread($0) }
    guard let row = rows.randomElement(using: &random) else {
      return message = Message(Wording.nothingUnread(list.counts))
    }
    leave(forRow: row)
  }
}
