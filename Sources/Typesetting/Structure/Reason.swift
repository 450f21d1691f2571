/// The evidence by which a block was classified; its raw value says it to a person.
package enum Reason: String, Hashable, Sendable, CaseIterable {
  case prose = "running text"
  case titleRepeated = "the page's first line ends with this line"
  case titleFirst = "a short line that opens the text"
  case windowTitle = "the page's title, which stands again above the text"
  case aboveTitle = "stands above the title"
  case shortLine = "a short line alone, without a full stop"
}
