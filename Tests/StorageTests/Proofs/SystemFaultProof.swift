import Articles
import Foundation
import Storage
import Testing

/// System calls of a real writer fail, as strace makes them.
@Suite struct SystemFaultProof {
  private static let strace = "/usr/bin/strace"
  /// The calls of a save, and how many of each to let fail: the first ones are those of its start.
  private static let calls = [
    ("openat", 48), ("write", 4), ("fsync", 8), ("renameat2", 4), ("renameat", 2), ("close", 40),
    ("pread64", 16), ("flock", 3), ("fchmod", 2), ("mkdir", 2), ("unlinkat", 2), ("getdents64", 4),
  ]
  private static let errors = [
    "EIO", "ENOSPC", "EINTR", "EROFS", "EDQUOT", "EACCES", "EBUSY", "EXDEV",
  ]

  private func run(_ fault: String) throws {
    let folder = try TemporaryFolder()
    var old = LibraryState()
    old.apply([.read("old")])
    try folder.write(old.encoded(), to: "library/.lectern/state.json")
    let call = fault.prefix { $0 != ":" }
    let writer = try Writer(
      folder, prefix: "p", count: 2,
      wrapper: [
        Self.strace, "-f", "-qq", "-o", "/dev/null", "-e", "trace=\(call)", "-e", "inject=\(fault)",
      ])
    let finished = writer.finish()
    let bytes = FileManager.default.contents(atPath: Writer.file(folder)).map { [UInt8]($0) } ?? []
    let articles = try #require(LibraryState(bytes)?.articles, "\(fault): no whole file")
    let all = ["old"] + (0..<finished.saved).map { "p/\($0)" }
    #expect(all.allSatisfy { articles[ArticlePath($0)] != nil }, "\(fault): a false report")
    #expect(finished.status != 0 || finished.saved == 2, "\(fault)")
  }

  @Test(.enabled(if: Proof.isTorture, "make torture")) func noCallIsTakenForDone() throws {
    guard access(Self.strace, X_OK) == 0 else {
      return Proof.systemFault.skip("strace is not installed")
    }
    var count = 0
    for (call, most) in Self.calls {
      for error in Self.errors {
        for number in 1...most {
          try run("\(call):error=\(error):when=\(number)")
          count += 1
        }
        // No signal comes for ever: a call that is interrupted is made again.
        guard error != "EINTR" else { continue }
        try run("\(call):error=\(error):when=\(most / 2)+")
        count += 1
      }
    }
    Proof.systemFault.report(count, of: "faults")
  }
}
