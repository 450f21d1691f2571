/// What speaks for the title of the text. The best of the first blocks has it, if its sum is enough.
enum TitleEvidence {
  static let enough = -1.5

  static func weight(of index: Int, in roles: Roles) -> Double {
    let distance = -0.1 * Double(min(index, 40)) - 4 * Double(roles.textsBefore(index))
    return distance + form.weight(of: index, in: roles) + place.weight(of: index, in: roles)
  }

  /// The block itself.
  private static let form = [
    Evidence(3, "underlined") { $0.drafts[$1].underline != nil },
    Evidence(2, "underlined as nothing else is") { roles, index in
      roles.drafts[index].underline.map { index == 0 || roles.isOnlyUnderline($0) } == true
    },
    Evidence(1, "the first that is underlined") { roles, index in
      roles.drafts[index].underline != nil
        && !roles.drafts[..<index].contains { $0.underline != nil }
    },
    Evidence(1, "marked as a heading") { $0.isMarkedHeading($1) },
    Evidence(3, "marked as a heading of the first level") {
      $0.isMarkedHeading($1) && $0.drafts[$1].block.level == 1
    },
    Evidence(2, "centred") { $0.isCentred($1) },
    Evidence(1, "all capitals") { $0.facts[$1].isCapitals },
    Evidence(3, "a pilcrow at the end") { $0.facts[$1].marks.hasPilcrow },
    Evidence(0.5, "a number and a point") { $0.isOutlineNumber($1) },
    Evidence(0.5, "two words") { $0.facts[$1].terms == 2 },
    Evidence(1, "three to sixteen words") { (3...16).contains($0.facts[$1].terms) },
    Evidence(-2, "more than twenty words") { $0.facts[$1].terms > 20 },
    Evidence(-2, "a small letter first") { $0.page.beginsSmall($0.drafts[$1].lines.lowerBound) },
    Evidence(-1, "a full stop") { $0.facts[$1].endsSentence },
    Evidence(-3, "a sentence") {
      $0.facts[$1].endsSentence && $0.facts[$1].terms > 5 && !$0.facts[$1].isCapitals
    },
    Evidence(-3, "a colon at the end") { $0.facts[$1].endsWithColon },
    Evidence(-3, "a date") { $0.facts[$1].date != nil },
    Evidence(-4, "an address") { roles, index in
      !roles.isMarkedHeading(index)
        && (roles.facts[index].marks.hasAddress || roles.facts[index].marks.hasMail)
    },
    Evidence(-4, "links side by side") { $0.facts[$1].parts > 1 && !$0.isMarkedHeading($1) },
    Evidence(-4, "several numbered links") { $0.facts[$1].linkMarks > 1 },
    Evidence(-4, "links of the page itself") {
      $0.facts[$1].linkMarks > 0 && $0.facts[$1].bytes.first == UInt8(ascii: "#")
    },
    Evidence(-6, "words of furniture") { roles, index in
      roles.facts[index].furniture.map { $0.fit != .opening || $0.kind == .copyright } == true
    },
    Evidence(-2, "begins like furniture") { roles, index in
      roles.facts[index].furniture.map { $0.fit == .opening && $0.kind != .copyright } == true
    },
  ]

  /// Where it stands.
  private static let place = [
    Evidence(2, "first of all, and above no menu") { $1 == 0 && !$0.isAboveMenu($1) },
    Evidence(6, "a part of the window's title or a breadcrumb") { $0.isInWindowTitle($1) },
    Evidence(1.5, "the beginning of the window's title") { $0.beginsWindowTitle($1) },
    Evidence(-3, "one of the lines of a menu") {
      $0.isMenuItem($1) && !$0.isInWindowTitle($1) && !$0.facts[$1].marks.hasPilcrow
    },
    Evidence(-3, "above links to other pages") { roles, index in
      index + 1 < roles.facts.count && roles.facts[index + 1].furniture?.kind == .paging
    },
    Evidence(3, "above a byline") { roles, index in
      roles.textBelow(index).map(roles.isByline) == true
    },
    Evidence(2, "two lines above a byline") { roles, index in
      roles.textBelow(index).map { !roles.isByline($0) && roles.isByline($0 + 1) } == true
    },
    Evidence(1.5, "above the text") { roles, index in
      guard let next = roles.textBelow(index), !roles.isByline(next), !roles.isByline(next + 1)
      else {
        return false
      }
      return roles.body?.contains(next) == true && !roles.isLabel(next)
    },
    Evidence(-2, "nothing below") { $0.textBelow($1) == nil },
  ]
}
