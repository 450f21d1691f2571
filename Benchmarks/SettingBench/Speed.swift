import CICU
import Foundation
import Typesetting

/// Times the steps from bytes to lines.
struct Speed {
  let runs: Int

  func throughput(of bytes: [UInt8]) {
    let document = Document(Source(bytes), name: "a.txt")
    let figures = [
      ("classify", median { _ = Document(Source(bytes), name: "a.txt") }),
      ("set", median { Speed.set(document) }),
      ("classify and set", median { Speed.set(Document(Source(bytes), name: "a.txt")) }),
      ("ICU's line breaks alone", median { Speed.breakLines(of: bytes) }),
      ("fmt -w 72", Tool.fmt.output(for: bytes) == nil ? nil : median { Tool.fmt.run(on: bytes) }),
    ]
    for (name, seconds) in figures {
      let speed = seconds.map { String(format: "%8.1f MB/s", Double(bytes.count) / 1e6 / $0) }
      report(name, speed ?? "  it is not installed")
    }
  }

  func classification(_ name: String, _ bytes: [UInt8]) {
    let seconds = median { _ = Document(Source(bytes), name: "a.txt") }
    report("classify " + name, String(format: "%8.1f MB/s", Double(bytes.count) / 1e6 / seconds))
  }

  func article(_ bytes: [UInt8]) {
    let many = Speed(runs: max(runs, 1) * 20)
    let classify = many.median { _ = Document(Source(bytes), name: "a.txt") }
    let both = many.median { Speed.set(Document(Source(bytes), name: "a.txt")) }
    report("classify", String(format: "%8.3f ms", classify * 1e3))
    report("classify and set", String(format: "%8.3f ms", both * 1e3))
  }

  private static func set(_ document: Document) {
    var galley = Galley(document, options: Galley.Options(measure: 72))
    var place = galley.start
    while true {
      let lines = galley.lines(from: place, count: 1_000)
      guard lines.count == 1_000, let last = lines.last else { return }
      place = galley.moved(last.place, by: 1)
    }
  }

  /// Opened once for all runs, as the program does it.
  private static nonisolated(unsafe) let iterator = lectern_open_line_breaks()

  /// Paragraph by paragraph, as the galley asks.
  private static func breakLines(of bytes: [UInt8]) {
    guard let iterator else { return }
    var offsets: [Int32] = []
    for part in bytes.split(separator: UInt8(ascii: "\n")) {
      if offsets.count < part.count { offsets = Array(repeating: 0, count: part.count) }
      part.withUnsafeBytes { raw in
        let text = raw.bindMemory(to: CChar.self)
        _ = lectern_breaks(iterator, text.baseAddress, Int32(text.count), &offsets)
      }
    }
  }

  /// Seconds.
  private func median(_ work: () -> Void) -> Double {
    let times = (0..<max(runs, 1)).map { _ in
      let elapsed = ContinuousClock().measure(work)
      return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    }
    return times.sorted()[times.count / 2]
  }
}
