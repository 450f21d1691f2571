import Foundation
import TerminalTesting

/// A program that reads the articles as a feed.
struct FeedPeer {
  let runs: Int
  let home: PeerHome
  let feed: URL

  /// A start is to the list of articles: to that of the feeds, and from there on.
  func newsboat() throws {
    let folder = try home.emptied("newsboat")
    let addresses = try home.write("\"file://\(feed.path)\"\n", to: "newsboat/urls")
    // Its own j goes to the next feed.
    let settings = try home.write(
      """
      auto-reload no
      refresh-on-startup no
      confirm-exit no
      bind-key j down

      """, to: "newsboat/config")
    let arguments = [
      "-u", addresses, "-c", folder.appending(path: "cache.db").path, "-C", settings,
    ]
    let time = try home.run("newsboat", arguments + ["-x", "reload"])
    Report.figure("newsboat: cache made in", [time / 1_000], "s", digits: 2)
    let program = home.program("newsboat", arguments)
    var peer = ReadingPeer(name: "newsboat")
    var feeds: [Double] = []
    for _ in 0..<min(runs, 5) {
      let session = try Session(program, columns: 200, rows: 50)
      let (start, list) = try openFeed(session)
      feeds.append(start)
      peer.use(session, start: start + list)
    }
    Report.times("newsboat: start to the feeds", feeds)
    peer.report()
  }

  private func openFeed(_ session: Session) throws -> (start: Double, list: Double) {
    let patience = PeerHome.patience
    // The counts before the name are cut where they are long.
    let start = session.time(patience: patience) { screen in
      screen.dropFirst().contains { $0.contains(/\bLetters\b/) }
    }
    guard let start else { throw PeerFailure.notShown("feeds", patience) }
    session.settle()
    guard let list = session.press("Enter", patience: patience, until: ReadingPeer.showsList) else {
      throw PeerFailure.notShown("list", patience)
    }
    return (start, list.last)
  }
}
