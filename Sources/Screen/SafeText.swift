/// Text that is safe to draw.
///
/// It holds only scalars that print, in clusters: a base of one or two columns and the few marks
/// that stand on it. It begins with a base, so nothing in it can touch the cells before it, and
/// what is joined or cut from it is safe again. Untrusted text becomes safe in the sanitiser alone.
package struct SafeText: Hashable, Sendable {
  package let string: String
  package let columns: Int

  /// Takes the sanitiser's word that the string is safe and that wide; nothing else may call it.
  init(vouchedFor string: String, columns: Int) {
    self.string = string
    self.columns = columns
  }

  package static let empty = SafeText(vouchedFor: "", columns: 0)

  /// Sanitises text for a place of one line.
  package init(_ untrusted: String) {
    // Most of what is drawn is printable ASCII and safe as it is: no copy is made of it.
    if Sanitiser.isPrintableASCII(untrusted) {
      self.init(vouchedFor: untrusted, columns: untrusted.utf8.count)
    } else {
      self.init(bytes: untrusted.utf8)
    }
  }

  /// Sanitises bytes for a place of one line; what is not UTF-8 in them is shown as such.
  package init(bytes: some Collection<UInt8>) {
    self = Sanitiser.sanitise(bytes, surface: .line).text
  }

  /// A blank of that many columns; none for a negative number.
  package static func spaces(_ columns: Int) -> SafeText {
    if columns <= 0 { return .empty }
    if columns < blanks.count { return blanks[columns] }
    return SafeText(vouchedFor: String(repeating: " ", count: columns), columns: columns)
  }

  /// The blanks that a screen is full of, by their columns.
  private static let blanks = (0..<256).map {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: $0)
    return SafeText(vouchedFor: String(decoding: bytes, as: UTF8.self), columns: $0)
  }

  package var isEmpty: Bool { columns == 0 }

  /// Whether the same bytes are drawn. Two ways to write a letter may look different, and to compare
  /// what they mean takes longer.
  package static func == (left: SafeText, right: SafeText) -> Bool {
    guard left.columns == right.columns else { return false }
    if left.isASCII, right.isASCII { return left.string == right.string }
    return left.withBytes { bytes in right.withBytes { bytes.elementsEqual($0) } }
  }

  package func hash(into hasher: inout Hasher) {
    withBytes { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
  }

  private func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    var string = string
    return string.withUTF8(body)
  }

  /// Two texts side by side.
  package static func + (left: SafeText, right: SafeText) -> SafeText {
    if left.isEmpty { return right }
    if right.isEmpty { return left }
    return SafeText(
      vouchedFor: left.string + right.string, columns: left.columns + right.columns)
  }
}

// MARK: - Cutting

extension SafeText {
  /// As many whole clusters from the start as fit.
  package func prefix(columns limit: Int) -> SafeText {
    if columns <= limit { return self }
    if isASCII { return slice(utf8: 0..<max(0, limit)) }
    let scalars = string.unicodeScalars
    var used = 0
    var end = scalars.startIndex
    while end < scalars.endIndex {
      let width = ColumnWidth.columns(of: scalars[end])
      if used + width > limit { break }
      used += width
      scalars.formIndex(after: &end)
    }
    return SafeText(vouchedFor: String(string[..<end]), columns: used)
  }

  /// As many whole clusters from the end as fit.
  package func suffix(columns limit: Int) -> SafeText {
    if columns <= limit { return self }
    let count = string.utf8.count
    if isASCII { return slice(utf8: count - max(0, limit)..<count) }
    let scalars = string.unicodeScalars
    var used = 0
    var (start, index) = (scalars.endIndex, scalars.endIndex)
    while index > scalars.startIndex {
      scalars.formIndex(before: &index)
      let width = ColumnWidth.columns(of: scalars[index])
      if used + width > limit { break }
      used += width
      if width > 0 { start = index }
    }
    return SafeText(vouchedFor: String(string[start...]), columns: used)
  }

  /// The text in exactly that many columns: cut with an ellipsis, or filled up with spaces.
  package func fitted(to width: Int) -> SafeText {
    if columns == width { return self }
    if columns < width { return self + .spaces(width - columns) }
    if width <= 0 { return .empty }
    let cut = prefix(columns: width - 1) + .ellipsis
    return cut + .spaces(width - cut.columns)
  }

  /// The text between two UTF-8 offsets, which should lie between clusters.
  ///
  /// An offset inside a cluster moves to its start, one outside the text to its end, so that any
  /// two offsets give safe text and neighbouring slices share nothing.
  package func slice(utf8 range: Range<Int>) -> SafeText {
    if isASCII, let part = sliceOfASCII(range) { return part }
    let start = clusterStart(at: range.lowerBound)
    let end = clusterStart(at: range.upperBound)
    // The string of a substring is copied at once, that of its scalars one by one.
    let part = String(string[start..<end])
    let width = part.unicodeScalars.reduce(0) { $0 + ColumnWidth.columns(of: $1) }
    return SafeText(vouchedFor: part, columns: width)
  }

  /// Nothing in ASCII is inside a cluster.
  private func sliceOfASCII(_ range: Range<Int>) -> SafeText? {
    string.utf8.withContiguousStorageIfAvailable { bytes in
      let part = range.clamped(to: 0..<bytes.count)
      return SafeText(
        vouchedFor: String(decoding: UnsafeBufferPointer(rebasing: bytes[part]), as: UTF8.self),
        columns: part.count)
    }
  }

  package static let ellipsis = SafeText(vouchedFor: "…", columns: 1)

  /// Only ASCII has as many columns as bytes: two bytes make one column at most, three make two.
  private var isASCII: Bool { columns == string.utf8.count }

  private func clusterStart(at offset: Int) -> String.Index {
    let bytes = string.utf8
    guard offset < bytes.count else { return bytes.endIndex }
    var index = bytes.index(bytes.startIndex, offsetBy: max(0, offset))
    while index > bytes.startIndex, isInsideCluster(index) { bytes.formIndex(before: &index) }
    return index
  }

  private func isInsideCluster(_ index: String.Index) -> Bool {
    let byte = string.utf8[index]
    if byte < 0x80 { return false }
    let isContinuation = byte & 0xC0 == 0x80
    return isContinuation || ColumnWidth.columns(of: string.unicodeScalars[index]) == 0
  }
}
