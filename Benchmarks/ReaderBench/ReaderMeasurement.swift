import Foundation
import TerminalTesting

/// Measures the reader on one library.
struct ReaderMeasurement {
  let reader: String
  let library: GeneratedLibrary
  let runs: Int
  /// Where the reader may keep what is not in the library; emptied before each run.
  let home: URL

  func run() throws {
    try start()
    try wideKeys()
    try narrowKeys()
  }

  /// From exec to the list, each time as on the first day.
  private func start() throws {
    var firstBytes: [Double?] = []
    var rows: [Double?] = []
    var titles: [Double?] = []
    var all: [Double?] = []
    var bytes: [Double] = []
    var memory: [ProcessMemory] = []
    for _ in 0..<runs {
      let session = try open(columns: 200, rows: 50)
      rows.append(session.time { isListed($0, titles: false) })
      titles.append(session.time { isListed($0, titles: true) })
      all.append(session.time(until: isCounted))
      session.settle()
      firstBytes.append(session.firstByte)
      bytes.append(Double(session.bytes))
      session.processMemory.map { memory.append($0) }
      close(session)
    }
    Report.times("first byte", firstBytes)
    Report.times("first frame with rows", rows)
    Report.times("first frame with titles", titles)
    Report.times("whole library counted", all, bytes: bytes)
    Report.figure("resident memory", memory.map { Double($0.resident) / 1e6 }, "MB")
    Report.figure("resident memory, highest", memory.map { Double($0.peak) / 1e6 }, "MB")
  }

  /// With the preview beside the list, then in the article.
  private func wideKeys() throws {
    let session = try open(columns: 200, rows: 50)
    defer { close(session) }
    guard session.time(until: isCounted) != nil else { return }
    session.settle()
    reportIdle(session)
    reportList(session, label: "preview")
    reportArticle(session)
    Report.figure(
      "resident memory after use", [Double(session.processMemory?.resident ?? 0) / 1e6], "MB")
  }

  /// With the list alone.
  private func narrowKeys() throws {
    let session = try open(columns: 80, rows: 50)
    defer { close(session) }
    guard session.time(until: isCounted) != nil else { return }
    session.settle()
    reportList(session, label: "narrow")
  }

  private func reportList(_ session: Session, label: String) {
    Report.reactions("j, \(label)", press(session, "j", times: 40))
    Report.reactions("k, \(label)", press(session, "k", times: 20))
    Report.reactions("page down, \(label)", press(session, "PgDn", times: 15))
    let ends = (0..<10).map { _ in [session.press("G"), session.press("g" + "g")] }
    Report.reactions("G, \(label)", ends.map { $0[0] })
    Report.reactions("gg, \(label)", ends.map { $0[1] })
    Report.reactions("filter by unread, \(label)", (0..<10).map { _ in filter(session) })
    var opened: [Reaction?] = []
    var left: [Reaction?] = []
    for _ in 0..<15 {
      _ = session.press("j")
      opened.append(session.press("Enter"))
      left.append(session.press("h"))
    }
    Report.reactions("open, \(label)", opened)
    Report.reactions("back, \(label)", left)
  }

  /// From the last letter of a query to its rows.
  private func filter(_ session: Session) -> Reaction? {
    _ = session.press("&")
    session.terminal.send(Array("unrea".utf8))
    session.settle()
    let reaction = session.press("d")
    _ = session.press("Esc")
    return reaction
  }

  private func reportArticle(_ session: Session) {
    _ = session.press("Enter")
    Report.reactions("j in the article", press(session, "j", times: 15))
    Report.reactions("next article (J)", press(session, "J", times: 20))
    Report.reactions("next unread (n)", press(session, "n", times: 20))
    Report.reactions("Space", press(session, "Space", times: 30))
    Report.reactions("mark (m)", press(session, "m", times: 20))
  }

  /// What a reader does whom nobody asks for anything.
  private func reportIdle(_ session: Session) {
    // New articles are still being read at first; that is work, not rest.
    for _ in 0..<20 where countWakeUps(session, seconds: 1) > 20 {}
    let woken = countWakeUps(session, seconds: 3)
    Report.figure("wake-ups in 3 s at rest", [Double(woken)], "", digits: 0)
  }

  private func countWakeUps(_ session: Session, seconds: Int) -> Int {
    let before = wakeUps(of: session.terminal.process)
    session.settle(patience: .seconds(seconds))
    return wakeUps(of: session.terminal.process) - before
  }

  private func press(_ session: Session, _ key: String, times: Int) -> [Reaction?] {
    (0..<times).map { _ in session.press(key) }
  }

  private func open(columns: Int, rows: Int) throws -> Session {
    library.clean()
    try? FileManager.default.removeItem(at: home)
    let program = Program(
      path: reader, arguments: [library.folder.path],
      environment: [
        "HOME": home.path, "XDG_STATE_HOME": home.appending(path: "state").path,
        "XDG_CACHE_HOME": home.appending(path: "cache").path,
        "XDG_CONFIG_HOME": home.appending(path: "config").path,
      ])
    return try Session(program, columns: columns, rows: rows)
  }

  private func close(_ session: Session) {
    session.terminal.send(Array("Q".utf8))
    _ = session.terminal.wait(until: .now + .seconds(2))
  }

  /// Most rows of the screen show an article.
  private func isListed(_ screen: [String], titles: Bool) -> Bool {
    GeneratedLibrary.rows(screen, titles: titles) >= screen.count * 3 / 4
  }

  /// The top line counts all articles.
  private func isCounted(_ screen: [String]) -> Bool {
    let line = screen.first?.filter { $0 != "," } ?? ""
    return line.split { !$0.isNumber }.contains { Int($0) == library.articles }
  }
}
