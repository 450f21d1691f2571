/// The system calls of a save: few and plain, so that a test can stand between and let any of them
/// fail. Names are those of files within an open folder, and links are never followed.
package protocol Disk: Sendable {
  typealias File = Int32

  /// Opens a folder. One that is made is its owner's alone, and its parent knows of it for good.
  func openFolder(_ path: String, making: Making) throws(SystemError) -> File
  /// Whether files could be made in the folder, as far as can be told without trying.
  func isWritable(_ path: String) -> Bool

  /// The path without links, also where the last one leads to nothing yet; nil where nothing is.
  func realPath(_ path: String) -> String?

  /// Opens for reading, without waiting.
  func open(_ name: String, in folder: File) throws(SystemError) -> File
  /// Makes a new file, for its owner alone, and opens it for writing.
  func create(_ name: String, in folder: File) throws(SystemError) -> File
  /// Fails where only now is told that something could not be written. The number is another file's
  /// then, too: it must not be closed again.
  func close(_ file: File) throws(SystemError)

  func status(_ file: File) throws(SystemError) -> FileStatus
  func setMode(_ mode: UInt32, of file: File) throws(SystemError)
  /// Reads up to `count` bytes from an offset on.
  func read(_ file: File, from offset: Int, count: Int) throws(SystemError) -> [UInt8]
  /// Writes at the end; may take less than is given. Returns how much it took.
  func write(_ bytes: ArraySlice<UInt8>, to file: File) throws(SystemError) -> Int
  /// Returns when the file, or the names in the folder, would survive a power cut.
  func sync(_ file: File) throws(SystemError)

  /// Swaps two names in one step.
  func exchange(_ one: String, _ other: String, in folder: File) throws(SystemError)
  /// Renames unless the new name exists.
  func renameNew(_ old: String, to new: String, in folder: File) throws(SystemError)
  /// Renames over what has the new name.
  func rename(_ old: String, to new: String, in folder: File) throws(SystemError)
  /// Gives a file a second name.
  func link(_ old: String, as new: String, in folder: File) throws(SystemError)
  func remove(_ name: String, in folder: File) throws(SystemError)
  func names(in folder: File) throws(SystemError) -> [String]

  /// Opens the lock file, making it where it is missing, and takes its lock, unless another has it
  /// (EWOULDBLOCK). Closing gives it back.
  func lock(_ name: String, in folder: File) throws(SystemError) -> File
}

/// What is made when a folder that is to be opened is missing.
package enum Making: Sendable {
  case nothing, folder, folderAndParents
}

/// What a save needs to know of a file.
package struct FileStatus: Hashable, Sendable {
  package var isRegularFile: Bool
  package var size: Int
  /// The permission bits.
  package var mode: UInt32
  /// Device and inode: who the file is.
  package var device: UInt64
  package var inode: UInt64
  /// When its content, name or owner was last changed, in milliseconds since 1970.
  package var changed: Int64

  package init(
    isRegularFile: Bool, size: Int, mode: UInt32, device: UInt64, inode: UInt64, changed: Int64
  ) {
    self.isRegularFile = isRegularFile
    self.size = size
    self.mode = mode
    self.device = device
    self.inode = inode
    self.changed = changed
  }
}
