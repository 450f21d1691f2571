/// Why there is no terminal to draw on.
package enum TerminalError: Error, Hashable, Sendable {
  package enum Stream: String, Sendable { case input, output }

  /// Standard input or output is not a terminal.
  case notATerminal(Stream)
  /// `TERM` is empty or names a terminal that this system does not know. The name is untrusted.
  case unknownTerminal(String)
  /// The terminal cannot move its cursor.
  case dumb
  /// A system call failed.
  case system(call: String, number: Int32)
}
