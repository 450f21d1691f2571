/// Short lines that are code because of what stands around them.
extension Roles {
  mutating func assignCode() {
    if page.isMarkdown { return }
    let commands = self.commands
    for index in drafts.indices where mayBeCode(index) {
      let isEcho = commands.contains(firstWord(index))
      let isAnnounced =
        index > 0 && facts[index - 1].endsWithColon && kind(index - 1) != .preformatted
        && line(index).symbols + line(index).digits > 0
      guard isEcho || isAnnounced else { continue }
      let draft = page.draft(
        drafts[index].lines, .preformatted, reason: isEcho ? .codeEcho : .announced)
      drafts[index].block = draft.block
    }
  }

  /// The first words of the code of the text.
  private var commands: Set<ArraySlice<UInt8>> {
    var words: [ArraySlice<UInt8>: Int] = [:]
    for draft in drafts where draft.block.reason == .code {
      for line in draft.lines.prefix(12) {
        words[page.lines[line].firstWord(in: page.bytes), default: 0] += 1
      }
    }
    return Set(words.filter { $0.key.count > 3 && $0.value > 1 }.keys)
  }

  private func firstWord(_ index: Int) -> ArraySlice<UInt8> {
    line(index).firstWord(in: page.bytes)
  }

  /// A line of a few words alone, which is no sentence.
  private func mayBeCode(_ index: Int) -> Bool {
    drafts[index].kind == .paragraph && isLabel(index) && drafts[index].block.lineCount == 1
      && drafts[index].underline == nil && !facts[index].endsWithColon && facts[index].terms < 8
      && line(index).ideographs == 0
  }
}
