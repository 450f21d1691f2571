/// What part each block has in the publication: title, byline, heading, furniture or text.
///
/// Every rule adds to a score or takes from it; a block changes its kind only where the sum is
/// enough. When unsure, it is text.
struct Roles {
  let page: Page
  /// In the order of the text.
  var drafts: [Draft]
  var facts: [Facts]
  /// How often each short line stands in the text.
  let repeats: [String: Int]
  /// The window's title and the breadcrumbs, and what they are made of.
  let windows: [(index: Int, keys: Set<String>)]
  /// What the first blocks say of the text's origin.
  private let origins: [BylineText?]
  /// Lines that begin or end like a notice of copyright.
  let copyrightNotices: Int
  /// Whether the text is a page saved from the web, with furniture around the article.
  var isSavedPage = false
  /// The block that states the title.
  var title: Int?
  /// The first and last blocks that are the article beyond doubt: sentences, quotations, code.
  var body: ClosedRange<Int>?

  /// Assigns the parts. The drafts must be in the order of the text.
  /// - Parameter isHead: whether the text begins here; only there are its title and its author.
  static func assign(_ page: Page, isHead: Bool) {
    var roles = Roles(page)
    if isHead { roles.assignTitle() }
    roles.assignFurniture()
    roles.assignContents()
    if isHead { roles.assignBylines() }
    roles.assignCode()
    roles.assignHeadings()
    page.drafts = roles.drafts
  }

  private init(_ source: Page) {
    page = source
    drafts = Self.withoutBundles(source)
    facts = drafts.map { Facts($0, of: source) }
    windows = Self.windows(page, drafts, facts)
    origins = facts.prefix(Self.headReach).map { $0.mayBeByline ? $0.byline : nil }
    copyrightNotices = facts.count { $0.furniture?.kind == .copyright }
    repeats = facts.reduce(into: [:]) { repeats, facts in
      guard facts.isShort, facts.terms <= Self.mostRepeated || facts.furniture != nil else {
        return
      }
      repeats[facts.phrase.text, default: 0] += 1
    }
    body = nil
    let certain = drafts.indices.filter(isCertainText)
    let first = certain.first { drafts[$0].block.reason != .code }
    if let first, let last = certain.last { body = first...last }
  }

  /// The drafts, with bundles of short lines cut into lines where some of them are furniture.
  private static func withoutBundles(_ page: Page) -> [Draft] {
    page.drafts.flatMap { draft -> [Draft] in
      guard draft.kind == .preformatted, !draft.isSettled, (2...8).contains(draft.lines.count),
        draft.block.reason == .verse || draft.block.reason == .code
      else { return [draft] }
      let isBundle = draft.lines.contains { line in
        guard page.lines[line].content.count < 120 else { return false }
        let fit = Phrasebook.shared.furniture(Phrase(page.string(line)), label: nil)?.fit
        return fit == .whole || fit == .opening
      }
      let isInHead =
        draft.lines.lowerBound < 24 && draft.lines.allSatisfy { page.lines[$0].terms < 7 }
      let isMenu = isInHead && draft.block.reason == .verse && !page.shape.isRagged
      guard isBundle || isMenu && !VerseEvidence.holds(draft.lines, of: page) else {
        return [draft]
      }
      return draft.lines.map { page.draft($0..<$0 + 1, .paragraph, reason: .looseLines) }
    }
  }

  /// The most terms of a line of which it is known how often it stands, unless it is furniture.
  private static let mostRepeated = 30
  /// Blocks from the beginning whose origins are kept.
  private static let headReach = 100

  /// What the block says of the text's origin; nil where it cannot say anything.
  func origin(_ index: Int) -> BylineText? {
    guard index >= origins.count else { return origins[index] }
    guard facts.indices.contains(index), facts[index].mayBeByline else { return nil }
    return facts[index].byline
  }

  func kind(_ index: Int) -> Block.Kind? {
    drafts.indices.contains(index) ? drafts[index].kind : nil
  }

  /// Whether the block is text whatever stands around it.
  func isCertainText(_ index: Int) -> Bool {
    let facts = facts[index]
    switch drafts[index].kind {
    case .paragraph, .list, .quote:
      return facts.furniture == nil && facts.linkMarks * 2 < max(facts.terms, 1)
        && (!facts.isShort || facts.terms >= 12 && facts.endsSentence)
    case .preformatted:
      let reason = drafts[index].block.reason
      return reason == .code && page.lines[drafts[index].lines].contains { $0.letters > 0 }
        || reason == .verse && facts.terms >= 12
    default: return false
    }
  }

  func isMarkedHeading(_ index: Int) -> Bool { drafts[index].block.reason == .markedHeading }

  /// Whether the block is a line or a few that could be anything.
  func isOpen(_ index: Int) -> Bool {
    guard drafts.indices.contains(index), !drafts[index].isSettled else { return false }
    switch drafts[index].kind {
    case .paragraph, .list, .preformatted, .quote, .heading, .furniture: return facts[index].isShort
    default: return false
    }
  }

  /// Whether the block is a single short line, or two of one sentence, that is not a sentence.
  func isLabel(_ index: Int) -> Bool {
    isOpen(index) && (1...12).contains(facts[index].terms) && line(index).letters > 0
      && !facts[index].endsSentence && !facts[index].endsWithColon
      && drafts[index].block.lineCount <= 2
  }

  mutating func set(_ index: Int, _ kind: Block.Kind, _ reason: Reason, level: Int = 0) {
    drafts[index].block.kind = kind
    drafts[index].block.reason = reason
    drafts[index].block.level = level
  }

  /// Blank lines between the block and the one before it.
  func blanks(before index: Int) -> Int {
    guard index > 0 else { return 9 }
    return drafts[index].lines.lowerBound - drafts[index - 1].lines.upperBound
  }

  func line(_ index: Int) -> Line { page.lines[drafts[index].lines.lowerBound] }
}
