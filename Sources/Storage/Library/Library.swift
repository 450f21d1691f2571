import Articles
import CSystem
import Glibc

/// A folder of articles. All reading goes through its descriptor, so that a renamed or replaced
/// folder is not taken for another, and no path leads out of it. Only where it is lost, another one
/// in its place is taken instead.
package struct Library: Sendable {
  let root: Root

  /// Opens the folder.
  /// - Throws: `LibraryError` where there is none, it is no folder, or may not be read.
  package init(root path: String) throws(LibraryError) {
    do throws(SystemError) {
      root = try Root(path)
    } catch {
      throw LibraryError(.open, path: Array(path.utf8), reason: .system(error.code))
    }
  }
}

/// The open folder and its name, free of links.
final class Root: Sendable {
  let descriptor: Int32
  /// Absolute, without a slash at the end; empty where it could not be told.
  let path: [UInt8]

  init(_ name: String) throws(SystemError) {
    descriptor = try checked { Glibc.open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    path = realPath(Array(name.utf8)) ?? []
  }

  deinit { close(descriptor) }

  /// Opens what the path names, for reading, without waiting for the other end of a FIFO.
  /// Links are followed only where they stay inside.
  func open(_ path: ArticlePath, flags: Int32 = 0) throws(LibraryError) -> Descriptor {
    guard path.isInside else { throw error(path, .outsideLibrary) }
    // A descriptor that is only a place takes no other flags: the kernel refuses them.
    let isPlace = flags & lectern_open_path_flag != 0
    let flags = isPlace ? flags : O_RDONLY | O_NONBLOCK | O_NOCTTY | flags
    do throws(SystemError) {
      return try open(path.bytes, flags)
    } catch {
      // An absolute link, or one that leaves and comes back: where does it end?
      guard error.code == EXDEV else { throw self.error(path, .system(error.code)) }
    }
    guard let inside = resolved(path) else { throw error(path, .outsideLibrary) }
    do throws(SystemError) {
      return try open(inside, flags)
    } catch {
      throw self.error(path, error.code == EXDEV ? .outsideLibrary : .system(error.code))
    }
  }

  /// A path longer than the kernel takes at once is walked in pieces, one descriptor at a time.
  private func open(_ path: [UInt8], _ flags: Int32) throws(SystemError) -> Descriptor {
    var folder: Descriptor?
    var rest = path[...]
    while rest.count >= Int(PATH_MAX) {
      let piece = rest.prefix(Int(PATH_MAX) - 1)
      guard let slash = piece.lastIndex(of: UInt8(ascii: "/")) else {
        throw SystemError(ENAMETOOLONG)
      }
      let flags = lectern_open_path_flag | O_DIRECTORY
      folder = try openBeneath(folder?.raw ?? descriptor, rest[..<slash], flags)
      rest = rest[(slash + 1)...]
    }
    return try openBeneath(folder?.raw ?? descriptor, rest, flags)
  }

  private func openBeneath(
    _ folder: Int32, _ path: ArraySlice<UInt8>, _ flags: Int32
  ) throws(SystemError) -> Descriptor {
    let name = cString(path)
    return Descriptor(try checked { lectern_open_beneath(folder, name, flags) })
  }

  /// Where the path ends when all links are followed, relative to the library; nil outside of it.
  private func resolved(_ path: ArticlePath) -> [UInt8]? {
    let prefix = self.path + [UInt8(ascii: "/")]
    guard prefix.count > 1, let real = realPath(prefix + path.bytes), real.starts(with: prefix)
    else { return nil }
    return Array(real.dropFirst(prefix.count))
  }

  private func error(_ path: ArticlePath, _ reason: LibraryError.Reason) -> LibraryError {
    LibraryError(.open, path: path.bytes, reason: reason)
  }
}

/// The bytes as C takes a string.
func cString(_ bytes: some Sequence<UInt8>) -> [CChar] {
  bytes.map { CChar(bitPattern: $0) } + [0]
}

/// The absolute path without links; nil where there is nothing.
func realPath(_ path: [UInt8]) -> [UInt8]? {
  guard let real = realpath(cString(path), nil) else { return nil }
  defer { free(real) }
  return UnsafeBufferPointer(start: real, count: strlen(real)).map { UInt8(bitPattern: $0) }
}

extension ArticlePath {
  /// Nothing in the path leads up, to the root of the file system, or nowhere.
  var isInside: Bool {
    guard !bytes.isEmpty, !bytes.contains(0) else { return false }
    return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
      .allSatisfy { !$0.isEmpty && !$0.elementsEqual(".".utf8) && !$0.elementsEqual("..".utf8) }
  }
}
