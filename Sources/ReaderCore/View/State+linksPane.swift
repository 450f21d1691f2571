import Screen
import Typesetting

extension State {
  /// The links: number, words and address.
  func linksPane(_ list: LinkList) -> Pane {
    let isPart = reading.document.map { $0.source.bytes.count < $0.source.total } ?? false
    let digits = String(list.links.map(\.number).max() ?? 0).utf8.count
    return listPane(Wording.linksTitle(isPart: isPart), list.page, count: list.links.count) {
      row(list.links[$0], digits: digits)
    }
  }

  /// The words take half of the room at most where there is an address beside them.
  private func row(_ link: Link, digits: Int) -> Line {
    let count = String(link.number)
    let number = SafeText.spaces(digits - count.utf8.count + 1) + SafeText(count + "  ")
    let room = size.columns - number.columns - 1
    let words = SafeText(link.text)
    guard link.text != link.address, room >= 30 else {
      return Line(number, style: .dim) + Line(words.fitted(to: max(room, 1)))
    }
    let width = room * 2 / 5
    let address = SafeText(link.address).fitted(to: room - width - 2)
    return Line(number, style: .dim) + Line(words.fitted(to: width) + .spaces(2))
      + Line(address, style: .dim)
  }
}
