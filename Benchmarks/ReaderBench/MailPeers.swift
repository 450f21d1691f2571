import Foundation
import TerminalTesting

/// Programs that read the articles as mails.
struct MailPeers {
  let runs: Int
  let library: GeneratedLibrary
  let home: PeerHome
  let maildir: URL

  /// A reader of mails that keeps their heads in a cache.
  func neomutt() throws {
    let cache = try home.emptied("neomutt-headers")
    // Looking at every step of its progress would take longer than its start, and hold it up.
    let settings = try home.write(
      """
      set folder="\(maildir.path)" spoolfile="\(maildir.path)" mbox_type=Maildir
      set header_cache="\(cache.path)"
      set quit=yes move=no delete=no mark_old=no confirmappend=no
      set mail_check=3600 timeout=3600
      set time_inc=1000

      """, to: "muttrc")
    let program = home.program("neomutt", ["-n", "-F", settings, "-R", "-f", maildir.path])
    let (session, first) = try start(program)
    Report.times("neomutt: first start", [first])
    session.terminal.send(Array("q".utf8))
    _ = session.terminal.wait(until: .now + PeerHome.patience)
    var peer = ReadingPeer(name: "neomutt")
    for _ in 0..<min(runs, 5) {
      let (session, time) = try start(program)
      peer.use(session, start: time)
    }
    peer.report()
  }

  private func start(_ program: Program) throws -> (Session, Double) {
    let session = try Session(program, columns: 200, rows: 50)
    let patience = PeerHome.patience
    guard let time = session.time(patience: patience, until: ReadingPeer.showsList) else {
      throw PeerFailure.notShown("list", patience)
    }
    return (session, time)
  }

  /// An index of mails, and what it finds.
  func notmuch(_ searches: [(name: String, texts: [String])]) throws {
    let index = try home.emptied("notmuch-index")
    // Several times as large as the articles.
    defer { try? FileManager.default.removeItem(at: index) }
    _ = try home.write(
      """
      [database]
      path=\(index.path)
      mail_root=\(maildir.path)
      [user]
      name=Reader
      primary_email=reader@example.org
      [maildir]
      synchronize_flags=false

      """, to: "notmuch")
    let time = try home.run("notmuch", ["new", "--quiet"])
    Report.figure("notmuch: index made in", [time / 1_000], "s", digits: 2)
    let bytes = GeneratedLibrary.bytes(in: index.appending(path: "xapian"))
    let text = GeneratedLibrary.bytes(in: library.folder)
    Report.figure(
      "notmuch: index, times the text", [Double(bytes) / Double(text)], "", digits: 2)
    for (name, texts) in searches {
      let times = try texts.map { text in
        // Quotes keep a phrase together, and a word from being taken for an operator.
        try home.run("notmuch", ["search", "--limit=50", "\"\(text)\""])
      }
      Report.times("notmuch: \(name)", times)
    }
  }
}
