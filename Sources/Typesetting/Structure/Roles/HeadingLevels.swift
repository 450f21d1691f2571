/// The levels of headings: numbers say theirs, other forms rank in the order in which they appear.
extension Roles {
  /// What headings of one level have in common.
  private enum Form: Hashable {
    case numbered(Int)
    case marked(Int)
    case underlined(UInt8)
    case chapter, capitals, plain
  }

  mutating func levelHeadings() {
    var order: [Form] = []
    for index in drafts.indices where drafts[index].kind == .heading {
      let form = form(index)
      switch form {
      case .numbered(let level), .marked(let level):
        drafts[index].block.level = level
      default:
        if !order.contains(form) { order.append(form) }
        drafts[index].block.level = (order.firstIndex(of: form) ?? 0) + 1
      }
    }
  }

  private func form(_ index: Int) -> Form {
    let draft = drafts[index]
    if draft.block.reason == .markedHeading { return .marked(draft.block.level) }
    if let underline = draft.underline { return .underlined(underline) }
    switch draft.block.reason {
    case .numbered: return .numbered(outlineDepth(index))
    case .chapter: return .chapter
    default: return facts[index].isCapitals ? .capitals : .plain
    }
  }
}
