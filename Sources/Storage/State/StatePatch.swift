import Articles

private let comma = UInt8(ascii: ",")

/// Changes lines of a state file that is already encoded, so that a save need not encode everything
/// anew.
package struct StatePatch {
  private let file: [UInt8]
  private let state: LibraryState
  /// The articles: each begins with a line feed, and a comma stands between two.
  private let body: Range<Int>

  /// - Parameter file: The encoding of a state with the same header; nil where it is not.
  package init?(of file: [UInt8], _ state: LibraryState) {
    let header = state.encodedHeader()
    guard file.starts(with: header), file.count >= header.count + LibraryState.end.count else {
      return nil
    }
    self.file = file
    self.state = state
    body = header.count..<(file.count - LibraryState.end.count)
  }

  /// The file with the lines of these articles as the state has them now.
  package func applied(_ paths: some Sequence<ArticlePath>) -> Pieces {
    var output = Pieces()
    var copied = 0
    for line in sorted(paths) {
      let place = place(of: line.key, from: max(copied, body.lowerBound))
      output.add(file[copied..<place.lowerBound])
      if output.count > body.lowerBound, output.last == UInt8(ascii: "}") { output.add([comma]) }
      output.add([UInt8(ascii: "\n")])
      output.add(line.text[...])
      if place.isEmpty, place.upperBound < body.upperBound { output.add([comma]) }
      copied = place.upperBound
    }
    output.add(file[copied...])
    return output
  }

  private func sorted(_ paths: some Sequence<ArticlePath>) -> [(key: [UInt8], text: [UInt8])] {
    paths.compactMap { path in
      guard let marks = state.articles[path], !marks.isEmpty else { return nil }
      let key = PathKey.encoded(path)
      var line = JSONWriter()
      line.putArticle(key, marks)
      return (key: key, text: line.finished())
    }
    .sorted { $0.key.lexicographicallyPrecedes($1.key) }
  }

  /// Where the article with this key stands, without the comma after it, or would stand.
  private func place(of key: [UInt8], from start: Int) -> Range<Int> {
    // An article before which a line was replaced still has its comma.
    var (low, high) = (
      file[start..<body.upperBound].first == comma ? start + 1 : start, body.upperBound
    )
    while low < high {
      let line = line(around: low + (high - low) / 2, from: low)
      var cursor = JSONCursor(file, from: line.lowerBound + 1, to: line.upperBound)
      guard let spelling = try? cursor.string() else { break }
      let other = cursor.text(spelling)
      if other == key {
        let hasComma = file[line.upperBound - 1] == comma
        return line.lowerBound..<(line.upperBound - (hasComma ? 1 : 0))
      }
      if other.lexicographicallyPrecedes(key) {
        low = line.upperBound
      } else {
        high = line.lowerBound
      }
    }
    return low..<low
  }

  /// From the line feed that begins it to the one that begins the next.
  private func line(around middle: Int, from start: Int) -> Range<Int> {
    let lineFeed = UInt8(ascii: "\n")
    let begin = file[start...middle].lastIndex(of: lineFeed) ?? start
    let rest = file[(begin + 1)..<body.upperBound]
    return begin..<(rest.firstIndex(of: lineFeed) ?? body.upperBound)
  }
}
