import CSystem
import Foundation
import Screen

/// Standard output.
enum Output {
  /// Writes all of it, or fails; a reader that has gone away ends the program quietly.
  static func write(_ text: String) throws(Failure) { try write(Array(text.utf8)) }

  /// The same of bytes, which are not made safe: for a program that asked for them.
  static func write(_ bytes: [UInt8]) throws(Failure) {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      if count >= 0 {
        bytes = bytes.dropFirst(count)
      } else if errno != EINTR {
        throw errno == EPIPE ? .outputClosed : .output(errno)
      }
    }
  }

  /// Writes a line to standard error, made safe to look at.
  static func complain(_ text: String) {
    let line = SafeText("lectern: " + text).string + "\n"
    FileHandle.standardError.write(Data(line.utf8))
  }

  /// The columns of the terminal, where standard output is one.
  static var terminalColumns: Int? {
    var columns: Int32 = 0
    var rows: Int32 = 0
    guard isatty(STDOUT_FILENO) == 1, lectern_window_size(STDOUT_FILENO, &columns, &rows) == 0
    else { return nil }
    return columns > 0 ? Int(columns) : 80
  }

  private static let isStyled = isatty(STDOUT_FILENO) == 1

  /// A line of text: with its styles on a terminal, else without.
  static func text(_ spans: [Span]) -> String {
    let text = spans.map { isStyled ? styled($0) : $0.text.string }.joined()
    guard !isStyled, let last = text.utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else {
      return isStyled ? text : ""
    }
    return String(text[...last])
  }

  /// Attributes only, which every terminal has: "Select Graphic Rendition" of ECMA-48.
  private static func styled(_ span: Span) -> String {
    let codes: [(Style.Attributes, String)] = [
      (.bold, "1"), (.dim, "2"), (.italic, "3"), (.underline, "4"), (.reverse, "7"),
    ]
    let wanted = codes.filter { span.style.attributes.contains($0.0) }.map(\.1)
    guard !wanted.isEmpty else { return span.text.string }
    return "\u{1B}[\(wanted.joined(separator: ";"))m\(span.text.string)\u{1B}[0m"
  }

  /// Values as JSON that is safe to print on a terminal, with sorted keys.
  static func json(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      preconditionFailure("strings and finite numbers always encode")
    }
    return escaped(json: String(decoding: data, as: UTF8.self))
  }

  /// JSON in which every scalar that a terminal might obey, or that is not seen, is escaped.
  private static func escaped(json: String) -> String {
    var escaped = ""
    var rest = json[...]
    while let end = rest.unicodeScalars.firstIndex(where: { !isHarmless($0) }) {
      escaped += rest[..<end]
      escaped += String(rest.unicodeScalars[end]).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
      rest = rest[rest.unicodeScalars.index(after: end)...]
    }
    return escaped + rest
  }

  private static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    guard !scalar.isASCII else { return scalar.value != 0x7F }
    let properties = scalar.properties
    switch properties.generalCategory {
    case _ where properties.isDefaultIgnorableCodePoint, .privateUse: return false
    case .nonspacingMark: return true
    default: return ColumnWidth.columns(of: scalar) > 0
    }
  }
}
