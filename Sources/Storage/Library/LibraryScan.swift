import Articles
import CSystem
import Glibc

extension Library {
  /// Walks the folder in the order of paths and hands over its articles in batches: a small one
  /// first, so that a screen can be filled, later ones larger. Blocks: not for the main thread.
  /// - Parameters:
  ///   - watch: is to tell from now on what changes in the folders. To watch a folder with very many
  ///     entries takes long: some of its files are handed over before, and once more in their turn.
  ///   - batch: Returns false to stop.
  /// - Returns: What could not be listed.
  /// - Throws: `LibraryError` where the folder itself cannot be listed.
  @discardableResult
  package func scan(
    watching watch: LibraryWatch? = nil, expecting: (Int) -> Void = { _ in },
    _ batch: ([Article]) -> Bool
  ) throws(LibraryError) -> [LibraryError] {
    var walk = Walk(root: root, watch: watch)
    watch?.walkBegins()
    defer { watch?.walkEnds(seeing: walk.digest) }
    try walk.run(expecting, batch)
    if root.whereabouts == .lost {
      throw LibraryError(.list, path: root.path, reason: .system(ENOENT))
    }
    return walk.failures
  }

  /// Whether an open folder has an entry that may be or hold an article.
  static func mayHoldArticles(_ descriptor: Int32) -> Bool {
    let copy = openat(descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard copy >= 0, let folder = fdopendir(copy) else { return false }
    defer { closedir(folder) }
    var listing = FolderListing()
    while listing.entries.isEmpty, let entry = readdir(folder) { listing.add(entry) }
    return !listing.entries.isEmpty
  }
}

/// One walk through a library: a stack of what is still to be done, one folder open at a time.
private struct Walk {
  private static let firstBatch = 256
  private static let laterBatch = 4096
  /// Of a folder with more entries, some files are handed over before the rest is read.
  private static let largeFolder = 2048

  /// What is to be done next: list a folder, or take files of one that was listed.
  private enum Step {
    case folder([UInt8])
    case files(FolderListing, ArraySlice<Int32>, in: [UInt8])
  }

  let root: Root
  let watch: LibraryWatch?
  private(set) var failures: [LibraryError] = []
  /// Stands for all that was found, in any order; nil unless the walk came to its end.
  var digest: UInt64? { isWhole ? sum : nil }
  private var sum: UInt64 = 0
  private var isWhole = false
  private var steps: [Step] = [.folder([])]
  private var found: [Article] = []
  private var isFirst = true
  /// Entries of all folders so far.
  private var listed = 0

  init(root: Root, watch: LibraryWatch?) {
    self.root = root
    self.watch = watch
  }

  mutating func run(
    _ expecting: (Int) -> Void, _ batch: ([Article]) -> Bool
  ) throws(LibraryError) {
    while let step = steps.popLast() {
      do throws(LibraryError) {
        switch step {
        case .folder(let path): guard try list(path, expecting, batch) else { return }
        case .files(let listing, let places, let path):
          guard try take(places, of: listing, in: path, batch) else { return }
        }
      } catch {
        if case .folder([]) = step { throw error }
        note(error)
      }
    }
    isWhole = deliver(batch)
  }

  // MARK: Listing

  /// Reads the names of a folder and plans what to do with them, in order; false when the walk is
  /// to stop.
  private mutating func list(
    _ path: [UInt8], _ expecting: (Int) -> Void, _ batch: ([Article]) -> Bool
  ) throws(LibraryError) -> Bool {
    guard let folder = fdopendir(try open(path)) else {
      throw LibraryError(.list, path: path, reason: .system(errno))
    }
    defer { closedir(folder) }
    if let watch {
      guard try takeFirst(of: folder, at: path, batch) else { return false }
      watch.add(path, open: dirfd(folder))
    }
    let ahead = StatusAhead(folder: dirfd(folder))
    // The folder is not closed before.
    defer { _ = ahead.finish() }
    var listing = FolderListing()
    var isMore = true
    while isMore {
      let piece = try self.piece(of: folder, at: path, most: StatusAhead.piece)
      isMore = piece.entries.count == StatusAhead.piece
      if isMore { ahead.add(piece, from: listing.entries.count) }
      listing.add(piece)
    }
    // Names are put in order while another thread still asks for facts.
    let order = listing.order
    for (start, facts) in ahead.finish() { listing.note(facts, from: start) }
    listed += order.count
    if order.count >= Walk.largeFolder { expecting(listed) }
    plan(listing, order, in: path)
    return true
  }

  /// - Parameter most: so many are read.
  private func piece(
    of folder: OpaquePointer, at path: [UInt8], most: Int
  ) throws(LibraryError) -> FolderListing {
    var piece = FolderListing()
    while piece.entries.count < most {
      errno = 0
      guard let entry = readdir(folder) else {
        guard errno == 0 else { throw LibraryError(.list, path: path, reason: .system(errno)) }
        break
      }
      piece.add(entry)
    }
    return piece
  }

  /// Fills the first batch from a folder that is too large to be watched and read before.
  private mutating func takeFirst(
    of folder: OpaquePointer, at path: [UInt8], _ batch: ([Article]) -> Bool
  ) throws(LibraryError) -> Bool {
    guard isFirst else { return true }
    let first = try piece(of: folder, at: path, most: Walk.largeFolder)
    rewinddir(folder)
    guard first.entries.count == Walk.largeFolder else { return true }
    let files = first.entries.indices.filter { !first.entries[$0].isFolder }.map(Int32.init)
    defer { sum = 0 }
    return try take(files.prefix(Walk.firstBatch), of: first, in: path, batch) && deliver(batch)
  }

  private mutating func plan(_ listing: FolderListing, _ order: [Int32], in path: [UInt8]) {
    var planned: [Step] = []
    var rest = order[...]
    while let first = rest.first {
      if listing.entries[Int(first)].isFolder {
        planned.append(.folder(listing.path(at: Int(first), in: path)))
        rest.removeFirst()
      } else {
        let files = rest.prefix { !listing.entries[Int($0)].isFolder }
        planned.append(.files(listing, files, in: path))
        rest = rest[files.endIndex...]
      }
    }
    steps += planned.reversed()
  }

  private func open(_ path: [UInt8]) throws(LibraryError) -> Int32 {
    do throws(SystemError) {
      guard !path.isEmpty else {
        return try checked { openat(root.descriptor, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
      }
    } catch {
      throw LibraryError(.list, path: path, reason: .system(error.code))
    }
    return try root.open(ArticlePath(path), flags: O_DIRECTORY | O_NOFOLLOW).release()
  }

  // MARK: Taking

  /// Takes files of one folder; false when the walk is to stop.
  private mutating func take(
    _ places: ArraySlice<Int32>, of listing: FolderListing, in path: [UInt8],
    _ batch: ([Article]) -> Bool
  ) throws(LibraryError) -> Bool {
    let folder = Descriptor(try open(path))
    for place in places {
      take(Int(place), of: listing, in: folder.raw, at: listing.path(at: Int(place), in: path))
      guard !isFull || deliver(batch) else { return false }
    }
    return true
  }

  /// Asks what the entry is: for its size and time, or because the folder did not say.
  private mutating func take(
    _ place: Int, of listing: FolderListing, in folder: Int32, at path: [UInt8]
  ) {
    if let facts = listing.entries[place].facts { return add(path, facts) }
    var status: stat
    do throws(SystemError) {
      status = try listing.status(at: place, in: folder)
    } catch {
      return note(LibraryError(.list, path: path, reason: .system(error.code)))
    }
    if status.isFolder { return steps.append(.folder(path)) }
    if status.isLink {
      // Only the kernel can follow a link and stay inside. One that leads nowhere or out is no row.
      let target = try? root.open(ArticlePath(path), flags: lectern_open_path_flag)
      guard let followed = try? target?.status() else { return }
      status = followed
    }
    guard status.isRegularFile else { return }
    add(path, FileFacts(status))
  }

  private mutating func add(_ path: [UInt8], _ facts: FileFacts) {
    guard path.withUnsafeBufferPointer(ArticleName.isArticle) else { return }
    found.append(Article(ArticlePath(path), facts))
  }

  private var isFull: Bool {
    found.count >= (isFirst ? Walk.firstBatch : Walk.laterBatch)
  }

  private mutating func deliver(_ batch: ([Article]) -> Bool) -> Bool {
    guard !found.isEmpty else { return true }
    isFirst = false
    found.sort { $0.path < $1.path }
    for article in found { sum &+= article.digest }
    defer { found.removeAll(keepingCapacity: true) }
    return batch(found)
  }

  /// What has vanished meanwhile is not worth a word.
  private mutating func note(_ error: LibraryError) {
    if error.reason == .system(ENOENT) { return }
    failures.append(error)
  }
}

extension Article {
  /// Another one for another version or another path.
  fileprivate var digest: UInt64 {
    var hasher = Hasher()
    hasher.combine(path)
    hasher.combine(version)
    return UInt64(bitPattern: Int64(hasher.finalize()))
  }
}
