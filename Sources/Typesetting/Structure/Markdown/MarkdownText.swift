/// What the inline markup of a piece of text comes to.
struct MarkdownText {
  /// The parts that are shown, in the source, in order.
  var shown: [Range<Int>] = []
  var runs: [InlineRun] = []
  /// What entities stand for, in UTF-8, by where they begin in the source. Each is a part of its own.
  var references: [Int: [UInt8]] = [:]
  /// Not numbered yet.
  var links: [Link] = []
}

/// Texts whose inline markup is to be understood, each a run of source lines.
///
/// cmark tells where inline markup stands reliably within one line alone. So each text is given to
/// it as one line, with spaces in place of line ends and of what begins the lines, so that every
/// byte keeps its distance from the first.
struct MarkdownTexts {
  /// Before each text, so that it is a paragraph whatever it begins with: a space that is not
  /// white space for the structure of blocks, but is for the markup next to it.
  private static let guardSpace: [UInt8] = [0xC2, 0xA0]

  private var bytes: [UInt8] = []
  /// Where each text begins in `bytes`, after the guard, and in the source.
  private var starts: [(here: Int, source: Int, form: Form)] = []

  enum Form {
    case text
    /// The names of pictures are shown only if nothing else is.
    case heading
    /// Everything in angle brackets is a tag.
    case html
  }

  /// Adds a text: the contents of its lines.
  mutating func add(_ lines: [Range<Int>], of source: [UInt8], as form: Form) {
    guard let first = lines.first else { return }
    bytes += Self.guardSpace
    starts.append((bytes.count, first.lowerBound, form))
    var end = first.lowerBound
    for line in lines {
      bytes += repeatElement(0x20, count: line.lowerBound - end)
      bytes += source[line].lazy.map { $0 == 0 || $0 == 0x0D || $0 == 0x0A ? 0x01 : $0 }
      end = line.upperBound
    }
    bytes += [0x0A, 0x0A]
  }

  /// The texts as they read, in order; nil for one that is better shown as it stands.
  /// - Parameter definitions: the lines that say where named links lead.
  func read(definitions: [UInt8]) -> [MarkdownText?] {
    var texts = [MarkdownText?](repeating: nil, count: starts.count)
    _ = CommonMark.parse(bytes + definitions) { root in
      var node = root.firstChild
      while let paragraph = node {
        let index = paragraph.firstLine / 2
        if paragraph.kind == .paragraph, texts.indices.contains(index) {
          let form = starts[index].form
          texts[index] =
            text(index, paragraph, as: form)
            ?? (form == .heading ? text(index, paragraph, as: .text) : nil)
        }
        node = paragraph.next
      }
    }
    return texts
  }

  private func text(
    _ index: Int, _ paragraph: CommonMarkNode, as form: Form
  ) -> MarkdownText? {
    let next = index + 1 < starts.count ? starts[index + 1].here - 2 : bytes.count
    let start = starts[index].here
    let end = bytes[start..<next].firstIndex(of: 0x0A) ?? next
    return bytes.withUnsafeBufferPointer { buffer in
      var reader = MarkdownReader(
        bytes: buffer, line: start - Self.guardSpace.count..<end, text: start,
        shift: starts[index].source - start, form: form)
      paragraph.walk(enter: { reader.enter($0) }, leave: { reader.leave($0) })
      return reader.finish()
    }
  }
}
