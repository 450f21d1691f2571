import Articles

// Going from article to article.
extension State {
  mutating func performArticles(_ command: Command, count: Int) {
    switch command {
    case .nextArticle: goToRow(list.selection + count)
    case .previousArticle: goToRow(list.selection - count)
    case .next: if !goToMatch(by: count) { goToUnread(by: count) }
    case .previous: goToUnread(by: -count)
    case .nextUnread: goToUnread(by: count)
    case .previousUnread: goToUnread(by: -count)
    case .lastPlace: goToLastPlace()
    case .randomUnread: goToRandomUnread()
    default: break
    }
  }

  /// Leaves the article for another row. In the reading pane the new one is open at once.
  private mutating func goToRow(_ row: Int, opening: Bool = false) {
    let row = min(max(row, 0), max(list.count - 1, 0))
    guard row != list.selection else {
      return message = Message(row == 0 ? Wording.firstArticle : Wording.lastArticle)
    }
    moveOn()
    select(row: row)
    followSelection()
    reading.opensWhenShown = opening || pane == .reading
  }

  /// Goes to the unread article that is so many further, beginning again at the other end of the
  /// view.
  mutating func goToUnread(by count: Int, opening: Bool = false) {
    guard let row = unreadRow(by: count) else {
      moveOn()
      return message = Message(Wording.nothingUnread(reading: counts.reading))
    }
    goToRow(row, opening: opening)
  }

  private func unreadRow(by count: Int) -> Int? {
    guard counts.unread > 0, list.count > 0 else { return nil }
    let step = count < 0 ? -1 : 1
    var left = abs(count)
    var found: Int?
    for distance in 1..<max(list.count, 2) {
      let row = (list.selection + step * distance + list.count * 2) % list.count
      guard row != list.selection, marks[list[row: row].path].state == .unread else { continue }
      found = row
      left -= 1
      if left == 0 { break }
    }
    return found
  }

  private mutating func goToLastPlace() {
    guard let path = lastPlace, let row = list.row(of: path) else {
      return message = Message(Wording.noLastPlace)
    }
    goToRow(row)
    enterReadingPane()
  }

  private mutating func goToRandomUnread() {
    let rows = list.rows.indices.filter {
      $0 != list.selection && marks[list[row: $0].path].state == .unread
    }
    guard let row = rows.randomElement(using: &random) else {
      return message = Message(Wording.nothingUnread(reading: counts.reading))
    }
    goToRow(row)
  }
}
