import Screen
import Typesetting

extension State {
  /// The headings, each set in by its level, with its place in the text in per cent.
  func contentsPane(_ contents: Contents) -> Pane {
    let source = reading.document?.source
    let least = contents.headings.map(\.level).min() ?? 0
    return listPane(
      Wording.contentsTitle(isPart: reading.isPart), contents.page, count: contents.headings.count
    ) { index in
      let heading = contents.headings[index]
      let share = heading.offset * 100 / max(source?.total ?? 0, 1)
      return row(heading, indent: 1 + 2 * (heading.level - least), share: "\(share) % ")
    }
  }

  private func row(_ heading: Heading, indent: Int, share: String) -> Line {
    let place = SafeText(share)
    let room = size.columns - place.columns - 1
    guard room >= 10 else { return Line(.spaces(1) + heading.title) }
    let title = SafeText.spaces(min(indent, room / 2)) + heading.title
    return Line(title.fitted(to: room) + .spaces(1)) + Line(place, style: .dim)
  }
}
