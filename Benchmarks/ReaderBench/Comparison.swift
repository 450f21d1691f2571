import Foundation
import Glibc
import TerminalTesting

/// What other programs need on the same machine: the floor of any terminal program, and peers.
struct Comparison {
  let runs: Int

  /// A program that does nothing but write, and one that does nothing but answer a key.
  func floor() throws {
    let starts = try (0..<runs * 3).map { _ in
      let session = try Session(
        Program(path: "/bin/echo", arguments: ["x"]), columns: 200, rows: 50)
      session.settle()
      return session.firstByte
    }
    Report.times("echo: first byte", starts)
    let session = try Session(Program(path: "/bin/cat"), columns: 200, rows: 50)
    var modes = session.terminal.modes
    cfmakeraw(&modes)
    session.terminal.modes = modes
    session.settle()
    Report.reactions("cat: a key", (0..<100).map { _ in session.press("j") })
  }

  /// Those of the peers that are installed, as far as they can do it.
  func peers(_ library: GeneratedLibrary) throws {
    let folder = library.folder.path
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    let article = names.first { $0.hasSuffix(".txt") }.map { folder + "/" + $0 } ?? folder
    let home = try PeerHome(for: library)
    for (name, arguments) in [("less", []), ("vim", ["-u", "NONE", "-R", "-n"])] {
      try attempt(name, library) {
        try measure(name, home.program(name, arguments + [article])) { screen in
          screen.contains { $0.contains(/Letter \d{5}:/) }
        }
      }
    }
    for (name, most) in [("nnn", Int.max), ("lf", 100_000), ("ranger", 100_000)] {
      try attempt(name, library, most: most) {
        try measure(name, home.program(name, [folder])) { screen in
          // Not any row: the path of the folder has a number, too.
          GeneratedLibrary.rows(screen, titles: false) >= screen.count * 3 / 4
        }
      }
    }
    let articles = PeerArticles(library: library, home: home)
    try attempt("neomutt", library, most: 100_000) {
      try mail(articles).neomutt()
    }
    try attempt("newsboat", library, most: 100_000) {
      try FeedPeer(runs: runs, home: home, feed: articles.feed()).newsboat()
    }
    try attempt("rg", library) {
      for (name, texts) in searches(library) {
        try Report.times("rg: \(name)", texts.map { try search($0, in: folder, home) })
      }
    }
    try attempt("notmuch", library, most: 100_000) {
      try mail(articles).notmuch(searches(library))
    }
  }

  /// Does what a peer is measured by, or prints why it was not measured.
  private func attempt(
    _ name: String, _ library: GeneratedLibrary, most: Int = .max, _ body: () throws -> Void
  ) throws {
    guard PeerHome.isInstalled(name) else { return }
    do {
      guard library.articles <= most else { throw PeerFailure.tooManyArticles(most: most) }
      try body()
    } catch let failure as PeerFailure {
      Report.note("\(name): not measured", failure.description)
    }
  }

  private func mail(_ articles: PeerArticles) throws -> MailPeers {
    try MailPeers(
      runs: runs, library: articles.library, home: articles.home, maildir: articles.maildir())
  }

  /// What is searched, by its kind.
  private func searches(_ library: GeneratedLibrary) -> [(name: String, texts: [String])] {
    [("rare word", ArticleWriter().rarest(runs)), ("phrase", library.phrases(runs))]
  }

  /// From exec to the names of all files in which something stands.
  private func search(_ text: String, in folder: String, _ home: PeerHome) throws -> Double {
    try home.run(
      "rg", ["--files-with-matches", "--ignore-case", "--fixed-strings", text, folder],
      accepted: [0, 1])
  }

  private func measure(
    _ name: String, _ program: Program, isShown: ([String]) -> Bool
  ) throws {
    var starts: [Double?] = []
    var down: [Reaction?] = []
    for _ in 0..<min(runs, 5) {
      let session = try Session(program, columns: 200, rows: 50)
      let patience = PeerHome.patience
      guard let start = session.time(patience: patience, until: isShown) else {
        throw PeerFailure.notShown("articles", patience)
      }
      starts.append(start)
      session.settle()
      down += (0..<5).map { _ in session.press("j") }
    }
    Report.times("\(name): start", starts)
    Report.reactions("\(name): j", down)
  }
}
