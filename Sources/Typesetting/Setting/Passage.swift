import Screen

/// A piece of text that is set in one manner and one style.
struct Passage: Sendable {
  enum Manner: Equatable, Sendable {
    /// Broken into lines as well as possible, each run of spaces being one.
    case reflowed
    /// One line, as it stands.
    case verbatim
    /// As it stands; where it has more columns than that, continued on the next lines.
    case wrapped(columns: Int)
  }

  var text: ArraySlice<UInt8>
  var origin: Origin
  var manner: Manner
  var style = Style.plain
  var lead = Lead()
  /// Whether it is running text, whose lines may be filled and whose words divided.
  var isRunning = false
}

/// Where the bytes of a passage come from.
enum Origin: Sendable {
  /// They stand in `Source.bytes` from an offset on.
  case source(Int)
  /// They are the joined text of a block.
  case block(BlockText)
  /// They are from a byte of the header on, or words of our own; the text continues at an offset.
  case apart(header: Int, at: Int)

  /// Whether the text is not of the source.
  var isApart: Bool {
    if case .apart = self { true } else { false }
  }

  /// The offset in `Source.bytes` of a byte of the passage.
  func sourceOffset(of offset: Int) -> Int {
    switch self {
    case .source(let start): start + offset
    case .block(let text): text.sourceOffset(of: offset)
    case .apart(_, let offset): offset
    }
  }

  /// The offset in the passage of a byte of `Source.bytes`, or of the header if it is from there.
  func offset(of origin: Int) -> Int {
    switch self {
    case .source(let start): origin - start
    case .block(let text): text.offset(ofSource: origin)
    case .apart(let header, _): origin - header
    }
  }
}

/// What stands before the lines of a passage: an indentation, a list's marker, a quote's bars.
struct Lead: Sendable {
  /// As wide as `rest`, or nothing.
  var first: [Span] = []
  var rest: [Span] = []
  var columns = 0
}

/// What is set in one go.
struct Copy: Sendable {
  var kind: Block.Kind?
  /// In order; nil is a blank line.
  var passages: [Passage?]
  /// The bytes that the copy covers, in `Source.bytes`.
  var source: Range<Int>
}
