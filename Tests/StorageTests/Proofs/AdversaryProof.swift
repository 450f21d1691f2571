import Articles
import Foundation
import Storage
import Synchronization
import Testing

/// A program that knows nothing of locks puts files of its own in the place of the state file.
@Suite struct AdversaryProof {
  /// Each of its files has all marks that it ever made, and none of ours.
  private final class Adversary: Sendable {
    private struct Progress {
      var marks = 0
      var isOver = false
    }
    private let progress = Mutex(Progress())
    private let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) { self.folder = folder }

    /// Replaces the file a thousand times a second until it is told to stop.
    func run() {
      var state = LibraryState()
      while !progress.withLock(\.isOver) {
        let number = progress.withLock(\.marks)
        // Few articles, so that its work does not grow.
        state.apply([.read("theirs/\(number % 40)", at: Timestamp(number + 1))])
        let new = folder.path + "/library/.lectern/.syncing"
        try? Data(state.encoded()).write(to: URL(fileURLWithPath: new))
        rename(new, Writer.file(folder))
        progress.withLock { $0.marks += 1 }
        usleep(1_000)
      }
    }

    func stop() { progress.withLock { $0.isOver = true } }

    /// How many times it replaced the file.
    var replacements: Int { progress.withLock(\.marks) }
  }

  @Test func nothingIsOverwrittenUnseen() throws {
    let folder = try TemporaryFolder()
    try folder.write(LibraryState().encoded(), to: "library/.lectern/state.json")
    let location = StateLocation(file: Writer.file(folder), locks: folder.path + "/locks")
    let adversary = Adversary(folder)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) { adversary.run() }
    while adversary.replacements == 0 { sched_yield() }
    let stores = (0..<4).map { _ in
      StateStore(location: location, pace: Pace(gap: .zero, rest: 0, retry: .zero)) { _ in }
    }
    let count = Proof.count(50, torture: 1_000)
    DispatchQueue.concurrentPerform(iterations: stores.count) { index in
      for number in 0..<count {
        stores[index].save([.read("\(index)/\(number)")])
        _ = stores[index].flush(deadline: 60_000)
      }
    }
    adversary.stop()
    group.wait()
    let replacements = adversary.replacements
    #expect(replacements > 1, "it did nothing meanwhile")
    // Each window looks once more, and says again what it knows.
    for (index, store) in stores.enumerated() {
      store.save([.read("end/\(index)")])
      #expect(store.flush(deadline: 60_000))
    }
    let data = try #require(FileManager.default.contents(atPath: Writer.file(folder)))
    let articles = try #require(LibraryState([UInt8](data))?.articles)
    let ours = (0..<4).flatMap { index in (0..<count).map { "\(index)/\($0)" } + ["end/\(index)"] }
    #expect(ours.filter { articles[ArticlePath($0)] == nil } == [])
    let theirs = articles.filter { $0.key.displayString.hasPrefix("theirs/") }
    // Of its files we may miss those that it replaced itself, never the last one.
    #expect(theirs.compactMap(\.value.latest).max() ?? 0 == Timestamp(replacements))
    #expect(articles.count == ours.count + min(replacements, 40))
    Proof.adversary.report(replacements, of: "replacements during \(ours.count) saves")
  }
}
