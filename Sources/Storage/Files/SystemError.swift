import Glibc

/// What a system call answered: its `errno`.
package struct SystemError: Error, Hashable, Sendable {
  package let code: Int32

  package init(_ code: Int32) { self.code = code }

  /// There is no such file.
  static let missing = SystemError(ENOENT)

  /// The `errno` of the call that has just failed.
  static var last: SystemError { SystemError(errno) }

  /// The file system will not let us write there; another place may.
  var isRefusal: Bool { [EACCES, EPERM, EROFS].contains(code) }

  /// The file system does not know this operation; another may do.
  var isUnsupported: Bool { [ENOSYS, EINVAL, EOPNOTSUPP].contains(code) }
}

/// Makes a system call that answers a negative number on failure, again where a signal came between.
@discardableResult
func checked<Result: SignedInteger>(_ call: () -> Result) throws(SystemError) -> Result {
  while true {
    let result = call()
    if result >= 0 { return result }
    guard errno == EINTR else { throw .last }
  }
}
