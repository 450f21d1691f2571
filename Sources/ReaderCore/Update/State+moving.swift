import Screen
import Typesetting

extension State {
  /// Commands of the group *move*, in the pane that has the keyboard.
  mutating func move(_ command: Command, count: Int?) {
    switch pane {
    case .list: moveSelection(command, count: count)
    case .reading: movePage(command, count: count)
    }
  }

  private mutating func moveSelection(_ command: Command, count: Int?) {
    let times = max(count ?? 1, 1)
    let page = visibleRows
    switch command {
    case .down, .nextParagraph, .nextSection: select(row: list.selection + times)
    case .up, .previousParagraph, .previousSection: select(row: list.selection - times)
    case .pageDown: turnList(by: page * times)
    case .pageUp: turnList(by: -page * times)
    case .halfPageDown: turnList(by: max(page / 2, 1) * times)
    case .halfPageUp: turnList(by: -max(page / 2, 1) * times)
    case .top: select(row: times - 1)
    case .bottom: select(row: count.map { $0 - 1 } ?? list.count - 1)
    case .goToPercent: select(row: (list.count - 1) * min(count ?? 0, 100) / 100)
    default: break
    }
  }

  /// Moves the rows under the selection, as far as there are any, and the selection with them.
  private mutating func turnList(by rows: Int) {
    list.top += rows
    select(row: list.selection + rows)
  }

  mutating func select(row: Int) {
    list.selection = min(max(row, 0), max(list.count - 1, 0))
  }

  private mutating func movePage(_ command: Command, count: Int?) {
    let times = max(count ?? 1, 1)
    switch command {
    case .down: scroll(by: times)
    case .up: scroll(by: -times)
    case .pageDown: scroll(by: pageStep * times)
    case .pageUp: scroll(by: -pageStep * times)
    case .halfPageDown: scroll(by: max(pageRows / 2, 1) * times)
    case .halfPageUp: scroll(by: -max(pageRows / 2, 1) * times)
    case .top:
      goToStart()
      if times > 1 { scroll(by: times - 1) }
    case .bottom: goToLine(count)
    case .nextParagraph: jump { $0.paragraph(from: $1, by: times) }
    case .previousParagraph: jump { $0.paragraph(from: $1, by: -times) }
    case .nextSection: jump { $0.section(from: $1, by: times) }
    case .previousSection: jump { $0.section(from: $1, by: -times) }
    case .nextChange: goToChange(by: times)
    case .previousChange: goToChange(by: -times)
    case .goToPercent: goTo(percent: min(count ?? 0, 100))
    default: break
    }
  }

  /// To the beginning of a part that is new since the text was read.
  private mutating func goToChange(by count: Int) {
    guard let changes = reading.changes else { return message = Message(Wording.changesUnknown) }
    let starts = changes.map(\.lowerBound)
    guard !starts.isEmpty else { return message = Message(Wording.nothingChanged) }
    let here = reading.anchor ?? -1
    let wanted =
      count > 0
      ? starts.filter { $0 > here }.dropFirst(count - 1).first
      : starts.filter { $0 < here }.dropLast(-count - 1).last
    guard let wanted else { return message = Message(Wording.noOtherChange) }
    goTo(offset: wanted)
  }

  private mutating func goToLine(_ line: Int?) {
    guard let line else { return goToEnd() }
    goToStart()
    scroll(by: max(line, 1) - 1)
  }
}
