import CSystem
import Glibc

/// An open file or folder; closed when it goes out of use.
struct Descriptor: ~Copyable {
  let raw: Int32

  init(_ raw: Int32) { self.raw = raw }

  deinit { close(raw) }

  /// The number, for one who will close it.
  consuming func release() -> Int32 {
    let raw = raw
    discard self
    return raw
  }

  /// Type, size and times of what is open.
  func status() throws(SystemError) -> stat {
    var status = stat()
    try checked { fstat(raw, &status) }
    return status
  }

  /// Up to `count` bytes from `offset` on; fewer at the end of the file.
  func read(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
    try readBytes(raw, from: offset, count: count)
  }
}

/// Of so many bytes it is worth while to ask for large pages: 4 MiB.
private let largeRead = 4 << 20

/// Up to `count` bytes of the file from `offset` on; fewer at its end.
func readBytes(_ file: Int32, from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
  var failure: SystemError?
  let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
    if count >= largeRead { lectern_memory_use_large_pages(buffer.baseAddress, count) }
    while filled < count {
      let rest = UnsafeMutableBufferPointer(rebasing: buffer[filled...])
      do throws(SystemError) {
        let got = try checked { pread(file, rest.baseAddress, rest.count, offset + filled) }
        if got == 0 { break }
        filled += got
      } catch {
        failure = error
        break
      }
    }
  }
  if let failure { throw failure }
  return bytes
}

extension stat {
  var isRegularFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
  var isLink: Bool { st_mode & S_IFMT == S_IFLNK }

  /// When the content was last changed, in milliseconds since 1970; clamped, for a file may say
  /// anything.
  var modified: Int64 {
    let (product, overflow) = Int64(st_mtim.tv_sec).multipliedReportingOverflow(by: 1000)
    guard !overflow else { return st_mtim.tv_sec < 0 ? .min : .max }
    return product.addingReportingOverflow(Int64(st_mtim.tv_nsec) / 1_000_000).partialValue
  }
}
