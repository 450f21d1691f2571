import Articles
import Glibc

/// The log of what was done to the marks of a library, for undo: one line of JSON an entry, shared by
/// all windows and commands of this machine.
///
/// It is only ever added to, by one `write` under a lock, until it is long; then whoever holds the
/// lock puts a shorter one in its place. A line that was cut or damaged costs itself alone.
struct HistoryFile {
  let path: String
  /// Bytes from which on a log is made shorter; half of them stay.
  var longest = 16 << 20
  /// How far it has been read, and in which file.
  private var end = 0
  private var inode: UInt64 = 0
  /// Entries in the file, as far as it has been read.
  private var count = 0

  /// How long another window may hold the lock, in milliseconds.
  private static let patience = 1_000

  init(_ path: String) { self.path = path }

  /// What others have added since the last time.
  mutating func read() throws(LibraryError) -> [HistoryEntry] {
    do throws(SystemError) {
      let file = Descriptor(try checked { open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) })
      return try readNews(file)
    } catch {
      if error == .missing { return [] }
      throw failure(.read, error)
    }
  }

  /// Adds entries, and returns what others have added before them. When it returns, the entries would
  /// survive a power cut.
  mutating func append(_ entries: [HistoryEntry]) throws(LibraryError) -> [HistoryEntry] {
    do throws(SystemError) {
      let file = try openLocked()
      let news = try readNews(file)
      try add(entries, to: file)
      if end > longest || count > 2 * History.longest { try shorten(file) }
      return news
    } catch {
      throw failure(.write, error)
    }
  }

  private func failure(_ operation: LibraryError.Operation, _ error: SystemError) -> LibraryError {
    LibraryError(operation, path: Array(path.utf8), reason: .system(error.code))
  }

  // MARK: Adding

  /// Opens the file that has the name once the lock is held: another window may just have put a
  /// shorter one in its place.
  private func openLocked() throws(SystemError) -> Descriptor {
    let folder = try SystemDisk().openFolder(parentPath(path), making: .folderAndParents)
    close(folder)
    let deadline = ContinuousClock.now + .milliseconds(HistoryFile.patience)
    while true {
      let flags = O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC | O_NOFOLLOW
      let file = Descriptor(try checked { open(path, flags, 0o600) })
      let isLate = ContinuousClock.now > deadline
      // One `write` at the end of a file is whole without a lock, too.
      if isLate { return file }
      var named = stat()
      if flock(file.raw, LOCK_EX | LOCK_NB) == 0, lstat(path, &named) == 0,
        try file.status().st_ino == named.st_ino
      {
        return file
      }
      usleep(.random(in: 500...5_000))
    }
  }

  private mutating func add(_ entries: [HistoryEntry], to file: borrowing Descriptor)
    throws(SystemError)
  {
    var writer = JSONWriter()
    // A line that was cut short ends here.
    if end > 0, try file.read(from: end - 1, count: 1) != [0x0A] { writer.put("\n") }
    for entry in entries { writer.put(entry) }
    let bytes = writer.finished()
    try write(bytes, to: file.raw)
    end += bytes.count
    count += entries.count
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let taken = try checked {
        rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      }
      rest = rest.dropFirst(taken)
    }
    try checked { fsync(file) }
  }

  /// Puts a file with the latest actions in the place of this one, whose lock is held.
  private mutating func shorten(_ file: borrowing Descriptor) throws(SystemError) {
    let history = History(HistoryFile.entries(try file.read(from: 0, count: end)))
    let (bytes, kept) = HistoryFile.content(of: history, within: longest / 2)
    let temporary = path + ".new"
    unlink(temporary)
    let new = Descriptor(
      try checked { open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600) })
    try write(bytes, to: new.raw)
    try checked { rename(temporary, path) }
    inode = UInt64(try new.status().st_ino)
    end = bytes.count
    count = kept
  }

  /// The lines that make a history again, of its latest actions, and how many lines they are.
  private static func content(of history: History, within most: Int) -> ([UInt8], Int) {
    var lines: [[UInt8]] = []
    var size = 0
    let actions = (history.undoable + history.redoable.reversed()).suffix(History.longest)
    for action in actions.reversed() {
      var line = JSONWriter()
      line.put(.did(action))
      size += line.count
      if size > most { break }
      lines.append(line.finished())
    }
    lines.reverse()
    for action in history.redoable {
      var line = JSONWriter()
      line.put(.undid(action.id, at: action.at))
      lines.append(line.finished())
    }
    return (Array(lines.joined()), lines.count)
  }

  // MARK: Reading

  /// The entries behind `end`; all where the file is another than before.
  private mutating func readNews(_ file: borrowing Descriptor) throws(SystemError) -> [HistoryEntry]
  {
    let status = try file.status()
    guard status.isRegularFile else { throw SystemError(EINVAL) }
    let size = Int(status.st_size)
    if inode != UInt64(status.st_ino) || size < end {
      inode = UInt64(status.st_ino)
      (end, count) = (0, 0)
    }
    guard size > end else { return [] }
    let bytes = try file.read(from: end, count: size - end)
    let entries = HistoryFile.entries(bytes)
    end += bytes.count
    count += entries.count
    return entries
  }

  /// The entries of all lines that can be read.
  static func entries(_ bytes: [UInt8]) -> [HistoryEntry] {
    var entries: [HistoryEntry] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      var cursor = JSONCursor(bytes, from: start, to: end)
      if let entry = try? cursor.historyEntry() { entries.append(entry) }
      start = end + 1
    }
    return entries
  }
}
