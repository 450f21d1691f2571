import Screen
import Typesetting

extension State {
  /// The headings or the links of the article.
  func placesPane(_ list: PlaceList) -> Pane {
    switch list.places {
    case .headings(let headings): contentsPane(headings, list.page)
    case .links(let links): linksPane(links, list.page)
    }
  }

  private func contentsPane(_ headings: [Heading], _ page: ListPage) -> Pane {
    let total = max(reading.document?.source.total ?? 0, 1)
    let least = headings.map(\.level).min() ?? 0
    let title = Wording.contentsTitle
    return listPane(title, page, count: headings.count) { index in
      let heading = headings[index]
      let share = "\(heading.offset * 100 / total) % "
      return row(heading, indent: 1 + 2 * (heading.level - least), share: share)
    }
  }

  private func row(_ heading: Heading, indent: Int, share: String) -> Line {
    let place = SafeText(share)
    let room = size.columns - place.columns - 1
    guard room >= 10 else { return Line(.spaces(1) + heading.title) }
    let title = SafeText.spaces(min(indent, room / 2)) + heading.title
    return Line(title.fitted(to: room) + .spaces(1)) + Line(place, style: .dim)
  }

  /// Number, words and address.
  private func linksPane(_ links: [Link], _ page: ListPage) -> Pane {
    let digits = String(links.map(\.number).max() ?? 0).utf8.count
    let title = Wording.linksTitle
    return listPane(title, page, count: links.count) { row(links[$0], digits: digits) }
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
