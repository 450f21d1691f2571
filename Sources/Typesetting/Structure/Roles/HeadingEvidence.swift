/// What speaks for a heading, and against one. A block is a heading from 2.5 on.
enum HeadingEvidence {
  private static let enough = 2.5

  /// Whether it is enough. What speaks against a heading is looked at only as long as the rest is.
  static func speaks(for index: Int, in roles: Roles) -> Bool {
    var sum = favourable.weight(of: index, in: roles)
    for evidence in unfavourable {
      if sum < enough { return false }
      if evidence.isSeen(roles, index) { sum += evidence.weight }
    }
    return sum >= enough
  }

  private static let favourable = (form + end + surroundings).filter { $0.weight > 0 }
  private static let unfavourable = (end + surroundings + form).filter { $0.weight < 0 }

  /// The block itself.
  private static let form = [
    Evidence(3, "a number of two parts or more") { $0.outlineDepth($1) > 1 },
    Evidence(1, "a number and a point") { $0.outlineDepth($1) == 1 },
    Evidence(3, "a word for a part of a book, and its number") { $0.isChapter($1) },
    Evidence(3, "a pilcrow at the end") { $0.facts[$1].marks.hasPilcrow },
    Evidence(4, "a question above its answer") { $0.isQuestion($1) },
    Evidence(2, "all capitals") { $0.facts[$1].isCapitals },
    Evidence(0.5, "eight words or fewer") { $0.facts[$1].terms <= 8 },
    Evidence(-1.5, "more than twelve words") {
      $0.facts[$1].terms > 12 && $0.outlineDepth($1) == 0
    },
    Evidence(0.5, "no small letter first") { !$0.page.beginsSmall($0.drafts[$1].lines.lowerBound) },
    Evidence(-1.5, "a small letter first") { $0.page.beginsSmall($0.drafts[$1].lines.lowerBound) },
    Evidence(-2, "neither a letter nor a digit first") { !$0.beginsWithLetterOrDigit($1) },
    Evidence(-2, "a date or an address") { roles, index in
      roles.outlineDepth(index) < 2
        && (roles.facts[index].date != nil || roles.facts[index].marks.hasAddress
          || roles.facts[index].marks.hasMail)
    },
    Evidence(-1, "links side by side") { $0.facts[$1].parts > 1 },
    Evidence(-3, "a caption") { $0.isCaption($1) || $0.hasCredit($1) },
    Evidence(-2, "nothing but a quotation") { $0.isQuoted($1) },
    Evidence(-2, "a speaker or a time before a colon") { $0.isSpoken($1) && !$0.isQuestion($1) },
    Evidence(-1.5, "many marks") { $0.line($1).symbols * 10 > $0.line($1).columns },
    Evidence(-1.5, "mostly digits") { $0.line($1).digits * 2 > $0.line($1).columns },
    Evidence(1.5, "set out to the left") { $0.line($1).indent < $0.page.shape.base },
    Evidence(-1.5, "set in") { $0.line($1).indent > $0.page.shape.base + 2 },
  ]

  /// The mark it ends with.
  private static let end = [
    Evidence(1, "no mark at the end") { $0.end(of: $1) == .none },
    Evidence(0.5, "a question") { $0.end(of: $1) == .question },
    Evidence(-1, "an exclamation") { $0.end(of: $1) == .exclamation },
    Evidence(-3, "a comma") { $0.end(of: $1) == .comma },
    Evidence(-0.5, "a colon behind a few words") {
      $0.end(of: $1) == .colon && $0.facts[$1].terms <= 4
    },
    Evidence(-2.5, "a colon behind many words") {
      $0.end(of: $1) == .colon && $0.facts[$1].terms > 4
    },
    Evidence(-0.5, "a point behind capitals or a number") {
      $0.end(of: $1) == .point && ($0.facts[$1].isCapitals || $0.outlineDepth($1) > 0)
    },
    Evidence(-2.5, "a point") {
      $0.end(of: $1) == .point && !$0.facts[$1].isCapitals && $0.outlineDepth($1) == 0
    },
  ]

  /// What stands above and below.
  private static let surroundings = [
    Evidence(0.5, "a blank line above") { $0.blanks(before: $1) > 0 },
    Evidence(1, "two or more blank lines above") { $0.blanks(before: $1) > 1 },
    Evidence(-2, "below a colon") { roles, index in
      index > 0 && roles.facts[index - 1].endsWithColon && roles.kind(index - 1) == .paragraph
    },
    Evidence(1.5, "above lines that are set in") { $0.drafts[$1].block.reason == .aboveIndented },
    Evidence(-4, "nothing below but a signature") { $0.isAboveEnd($1) },
    Evidence(0.75, "above a heading") { $0.kind(below: $1) == .heading },
    Evidence(1, "above a list or what is preformatted") { $0.isAboveOtherForm($1) },
    Evidence(1, "above a paragraph") { $0.isAboveParagraph($1) },
    Evidence(-0.5, "above a short line like it") { $0.isAboveItsLike($1) },
    Evidence(-1, "what is below runs on") { $0.runsOn(below: $1) },
    Evidence(-1.5, "between two short lines") { $0.isBetweenLabels($1) },
    Evidence(-1.5, "a long line above a list") { roles, index in
      roles.facts[index].terms > 7 && roles.outlineDepth(index) == 0
        && !roles.facts[index].isCapitals && roles.kind(index + 1) == .list
    },
    Evidence(-3, "right above the name of a photographer") { roles, index in
      index + 1 < roles.drafts.count && roles.blanks(before: index + 1) == 0
        && roles.hasCredit(index + 1)
    },
  ]
}
