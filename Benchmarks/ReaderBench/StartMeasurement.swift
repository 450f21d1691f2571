import Foundation
import TerminalTesting

/// Measures how a reader starts on one library, the first time and later.
struct StartMeasurement {
  let home: ReaderHome
  let runs: Int

  /// From exec to the list, each time as on the first day.
  func firstStart() throws {
    Report.section("\(home.library.articles) articles, first start")
    try measure { home.clean() }
    try allTitles()
  }

  /// Until a query for a word of all titles, and of no name, chooses every article.
  private func allTitles() throws {
    var times: [Double?] = []
    var memory: [Double] = []
    for _ in 0..<runs {
      home.clean()
      let session = try home.open(columns: 200)
      _ = session.time { home.isListed($0, titles: false) }
      session.terminal.send(Array("&title:letter\r".utf8))
      times.append(
        session.time(patience: .seconds(120)) { home.isCounted($0, in: "& title:letter") })
      session.processMemory.map { memory.append(Double($0.peak) / 1e6) }
      home.close(session)
    }
    Report.times("all titles", times, goal: .median(2_000))
    Report.figure("resident memory then, highest", memory, "MB")
  }

  /// Makes the index, which the other measurements need.
  func index() throws {
    Report.section("\(home.library.articles) articles, index")
    home.clean()
    let seconds = try home.index()
    let text = Double(GeneratedLibrary.bytes(in: home.library.folder))
    let most = 45 * Double(home.library.articles) / 100_000
    Report.figure("index made in", [seconds], "s", digits: 2, most: most)
    Report.figure("text indexed", [text / 1e6 / seconds], "MB/s")
    Report.figure(
      "index, in times of the text", [Double(home.indexBytes) / text], "", digits: 2, most: 0.8)
  }

  /// The same with an index that knows all articles.
  func laterStart() throws {
    Report.section("\(home.library.articles) articles, later start")
    try measure {}
    try check()
    try newFile()
  }

  private func measure(prepare: () -> Void) throws {
    var firstBytes: [Double?] = []
    var rows: [Double?] = []
    var titles: [Double?] = []
    var all: [Double?] = []
    var bytes: [Double] = []
    var memory: [ProcessMemory] = []
    for _ in 0..<runs {
      prepare()
      let session = try home.open(columns: 200)
      rows.append(session.time { home.isListed($0, titles: false) })
      titles.append(session.time { home.isListed($0, titles: true) })
      all.append(session.time { home.isCounted($0) })
      session.settle()
      firstBytes.append(session.firstByte)
      bytes.append(Double(session.bytes))
      session.processMemory.map { memory.append($0) }
      home.close(session)
    }
    Report.times("first byte", firstBytes)
    Report.times("first frame with rows", rows, goal: .median(15))
    Report.times("first frame with titles", titles)
    Report.times("whole library counted", all, bytes: bytes, goal: .median(300))
    Report.figure("resident memory then", memory.map { Double($0.resident) / 1e6 }, "MB")
  }

  /// Until all that a start sets off in the background is done: every article was looked at.
  private func check() throws {
    var times: [Double?] = []
    var bytes: [Double] = []
    var memory: [ProcessMemory] = []
    for _ in 0..<runs {
      let session = try home.open(columns: 200)
      times.append(session.timeUntilRest())
      session.processMemory.map { memory.append($0) }
      bytes.append(Double(session.bytesRead) / 1e6)
      home.close(session)
    }
    Report.times("at rest", times, goal: .median(400))
    Report.figure("read until then", bytes, "MB")
    Report.figure(
      "resident memory", memory.map { Double($0.resident) / 1e6 }, "MB", most: 60)
    Report.figure("resident memory, highest", memory.map { Double($0.peak) / 1e6 }, "MB")
  }

  /// From the last byte of a new file to the line that counts it.
  private func newFile() throws {
    let session = try home.open(columns: 200)
    defer { home.close(session) }
    _ = session.timeUntilRest()
    let file = home.library.newFile
    let times = try (0..<runs).map { _ in
      try Data("A new one\n\nIt has come.\n".utf8).write(to: file)
      let written = session.elapsed
      let seen = session.time { home.isCounted($0, added: 1) }
      try FileManager.default.removeItem(at: file)
      _ = session.timeUntilRest()
      return seen.map { $0 - written }
    }
    Report.times("a new file is counted", times, goal: .median(300))
  }
}
