import Articles
import CPowerCut
import Foundation
import Seeded
import Storage
import Testing

/// A real process marks in a file system of its own, which is cut off from its device at a random
/// moment: what a power cut leaves, as the kernel's own code has it.
@Suite(.serialized) struct PowerProof {
  /// An image of an ext4 file system, mounted.
  private struct Image {
    let folder: TemporaryFolder
    var mountPoint: String { folder.path + "/library" }
    private var image: String { folder.path + "/image" }

    init() throws {
      folder = try TemporaryFolder()
      try folder.write("", to: "library/.here")
      try folder.write("", to: "image")
      truncate(image, 16 << 20)
    }

    /// Makes the file system. Returns whether it can be mounted here.
    func make() throws -> Bool {
      guard try run("mkfs.ext4", "-q", "-F", image) == 0 else { return false }
      return try mount()
    }

    /// What was not asked for is written as late as can be: no timer writes the journal, and renaming
    /// over a file does not write the new one.
    func mount() throws -> Bool {
      try run("mount", "-o", "loop,noauto_da_alloc,commit=300", image, mountPoint) == 0
    }

    func unmount() throws -> Bool { try run("umount", mountPoint) == 0 }

    func cut(writesJournal: Bool) -> Bool {
      let descriptor = open(mountPoint, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      defer { close(descriptor) }
      return lectern_cut_power(descriptor, writesJournal ? 1 : 0) == 0
    }

    private func run(_ words: String...) throws -> Int32 {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = words
      process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      return process.terminationStatus
    }
  }

  @Test(.enabled(if: Proof.isTorture, "make torture")) func whatWasReportedIsThere() throws {
    guard geteuid() == 0 else { return Proof.power.skip("only root may mount") }
    let image = try Image()
    guard try image.make() else {
      return Proof.power.skip("no file system can be made and mounted here")
    }
    var isMounted = true
    defer { if isMounted { _ = try? image.unmount() } }
    let cuts = 50
    var numbers = Seeded(.random(in: 0...UInt64.max))
    var saved: [String: Int] = [:]
    for cut in 0..<cuts {
      let writer = try Writer(image.folder, prefix: "\(cut)", count: .max)
      if !cut.isMultiple(of: 5) { writer.awaitReport() }
      usleep(.random(in: 1_000...50_000, using: &numbers))
      let isCut = image.cut(writesJournal: cut.isMultiple(of: 4))
      if !isCut { writer.kill() }
      saved["\(cut)"] = writer.finish().saved
      guard isCut else { return Proof.power.skip("the file system cannot be cut off") }
      isMounted = try !image.unmount()
      try #require(!isMounted, "cut \(cut)")
      isMounted = try image.mount()
      try #require(isMounted, "cut \(cut)")
      try expectAll(saved, in: image, cut)
    }
    let reported = saved.values.reduce(0, +)
    #expect(reported > cuts, "the power was cut before anything was written")
    Proof.power.report(cuts, of: "cuts, \(reported) marks reported")
  }

  private func expectAll(_ saved: [String: Int], in image: Image, _ cut: Int) throws {
    guard !saved.values.allSatisfy({ $0 == 0 }) else { return }
    let bytes = FileManager.default.contents(atPath: Writer.file(image.folder)).map { [UInt8]($0) }
    let articles = try #require(LibraryState(bytes ?? [])?.articles, "cut \(cut): no whole file")
    let missing = saved.flatMap { prefix, count in (0..<count).map { "\(prefix)/\($0)" } }
      .filter { articles[ArticlePath($0)] == nil }
    #expect(missing == [], "cut \(cut)")
  }
}
