import Foundation
import TerminalTesting

/// Measures how soon a reader answers keys on one library, of which it has the index.
struct KeyMeasurement {
  let home: ReaderHome

  func run() throws {
    Report.section("\(home.library.articles) articles, keys")
    try wideKeys()
    try narrowKeys()
  }

  /// With the preview beside the list, then in the article.
  private func wideKeys() throws {
    let session = try home.open(columns: 200)
    defer { home.close(session) }
    _ = session.timeUntilRest()
    reportIdle(session)
    reportList(session, label: "preview")
    reportArticle(session)
    Report.figure(
      "resident memory after use", [Double(session.processMemory?.resident ?? 0) / 1e6], "MB",
      most: 60)
  }

  /// With the list alone.
  private func narrowKeys() throws {
    let session = try home.open(columns: 80)
    defer { home.close(session) }
    _ = session.timeUntilRest()
    reportList(session, label: "narrow")
  }

  /// The goals are those of the list alone; a preview is read and set besides.
  private func reportList(_ session: Session, label: String) {
    let isAlone = label == "narrow"
    func goal(_ most: Double) -> Goal? { isAlone ? .median(most) : nil }
    Report.reactions(
      "j, \(label)", press(session, "j", times: 40), goal: .median(isAlone ? 0.6 : 2))
    Report.reactions("k, \(label)", press(session, "k", times: 20))
    Report.reactions("page down, \(label)", press(session, "PgDn", times: 15), goal: goal(1))
    let ends = (0..<10).map { _ in [session.press("G"), session.press("g" + "g")] }
    Report.reactions("G, \(label)", ends.map { $0[0] }, goal: goal(1))
    Report.reactions("gg, \(label)", ends.map { $0[1] })
    let filtered = (0..<10).map { _ in filter(session) }
    Report.reactions("filter by unread, \(label)", filtered, goal: goal(10))
    var opened: [Reaction?] = []
    var left: [Reaction?] = []
    for _ in 0..<15 {
      _ = session.press("j")
      opened.append(session.press("Enter"))
      left.append(session.press("h"))
    }
    Report.reactions("open, \(label)", opened, goal: .median(2))
    Report.reactions("back, \(label)", left, goal: goal(1))
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
    let woken = countWakeUps(session, seconds: 3)
    Report.figure("wake-ups in 3 s at rest", [Double(woken)], "", digits: 0, most: 0)
  }

  private func countWakeUps(_ session: Session, seconds: Int) -> Int {
    let before = wakeUps(of: session.terminal.process)
    session.settle(patience: .seconds(seconds))
    return wakeUps(of: session.terminal.process) - before
  }

  private func press(_ session: Session, _ key: String, times: Int) -> [Reaction?] {
    (0..<times).map { _ in session.press(key) }
  }
}
