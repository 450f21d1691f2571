/// Where text is shown.
package enum Surface: Sendable {
  /// The reading pane: tabs are set, and a base carries up to four marks, as many as a cell holds.
  case body
  /// One line of a list, a title, a prompt, a message.
  case line
}

/// Makes untrusted text safe to draw.
///
/// It maps scalars one by one and knows no escape sequences: a sequence loses its introducer and
/// is plain text. So it must come last, after everything that decodes.
package enum Sanitiser {
  /// Makes bytes of UTF-8 safe, whatever they hold.
  ///
  /// Lines were split before; a line break still in the bytes is shown as a code. `startColumn` is
  /// where the text will begin, counted in columns, for the tabs of a body.
  package static func sanitise(
    _ bytes: some Collection<UInt8>, surface: Surface, startColumn: Int = 0
  ) -> Sanitised {
    func run(_ input: UnsafeBufferPointer<UInt8>) -> Sanitised {
      var pass = SanitiserPass(input, surface: surface, startColumn: startColumn)
      return pass.finish()
    }
    if let result = bytes.withContiguousStorageIfAvailable(run) { return result }
    return Array(bytes).withUnsafeBufferPointer(run)
  }

  /// Whether a text is safe as it is, for a reason that is quickly seen.
  static func isPrintableASCII(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.printableEnd(from: 0) == $0.count } ?? false
  }

  /// Whether nothing of a text would be seen: it is empty, or all of it is blank or invisible.
  package static func isBlank(_ untrusted: String) -> Bool {
    if let first = untrusted.utf8.first, 0x21...0x7E ~= first { return false }
    return untrusted.unicodeScalars.allSatisfy { scalar in
      if scalar.properties.isWhitespace || scalar == "\u{2800}" { return true }
      return scalar.properties.isDefaultIgnorableCodePoint
    }
  }
}
