/// Why something could not be done with a file: data, not prose; the surfaces word it.
package struct LibraryError: Error, Hashable, Sendable {
  /// What was being done.
  package enum Operation: String, Sendable {
    case open, read, list, watch, decode, create, write, sync, publish, lock
  }

  /// What stood in the way.
  package enum Reason: Hashable, Sendable {
    /// The `errno` of the system call.
    case system(Int32)
    /// A folder, device, FIFO or socket stands where a regular file is wanted.
    case notRegularFile
    /// The path leads out of the library.
    case outsideLibrary
    case tooLarge(bytes: Int)
    /// The state file asks for a newer program.
    case newerFormat
    case damaged
  }

  package let operation: Operation
  /// The bytes of the path, relative to the library where it is inside.
  package let path: [UInt8]
  package let reason: Reason

  package init(_ operation: Operation, path: [UInt8], reason: Reason) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }
}
