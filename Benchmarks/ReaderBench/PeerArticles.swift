import Foundation
import Glibc

/// The articles of a library in the forms that mail and feed readers need, made once and kept. Links
/// would not do: both forms want a head that the articles have not. As these are made of invented
/// words, no sign in them has to be escaped.
struct PeerArticles {
  let library: GeneratedLibrary
  let home: PeerHome

  /// A folder with a mail for each article.
  func maildir() throws -> URL {
    let maildir = home.folder.appending(path: "maildir")
    try once("maildir") {
      for part in ["cur", "new", "tmp"] { _ = try home.emptied("maildir/" + part) }
      let mails = maildir.appending(path: "cur")
      try forEachArticle { number, name, text in
        let mail = Self.mail(number, text)
        try Data(mail.utf8).write(to: mails.appending(path: name + ":2,"))
      }
    }
    return maildir
  }

  /// A file with a feed of all articles.
  func feed() throws -> URL {
    let file = home.folder.appending(path: "feed.xml")
    try once("feed") {
      try Data().write(to: file)
      let handle = try FileHandle(forWritingTo: file)
      try handle.write(contentsOf: Data(Self.feedHead.utf8))
      try forEachArticle { number, _, text in
        try handle.write(contentsOf: Data(Self.item(number, text).utf8))
      }
      try handle.write(contentsOf: Data("</channel></rss>\n".utf8))
      try handle.close()
    }
    return file
  }

  /// A file says that the work was done to the end; half of it is done again.
  private func once(_ name: String, make: () throws -> Void) throws {
    let complete = home.folder.appending(path: ".complete-" + name)
    guard !FileManager.default.fileExists(atPath: complete.path) else { return }
    try make()
    try Data().write(to: complete)
  }

  private func forEachArticle(_ body: (Int, String, String) throws -> Void) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: library.folder.path)
    for (number, name) in names.filter({ $0.hasSuffix(".txt") }).sorted().enumerated() {
      let file = library.folder.appending(path: name)
      try body(number, name, String(contentsOf: file, encoding: .utf8))
    }
  }

  private static func mail(_ number: Int, _ text: String) -> String {
    """
    From: Writer \(number % 100) <writer-\(number % 100)@example.org>
    Date: \(date(number))
    Subject: \(title(text))
    Message-ID: <\(number)@example.org>

    \(text)
    """
  }

  private static let feedHead = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rss version="2.0"><channel>
    <title>Letters</title><link>https://example.org/</link><description>All</description>

    """

  private static func item(_ number: Int, _ text: String) -> String {
    let paragraphs = text.split(separator: "\n\n").map { "&lt;p&gt;\($0)&lt;/p&gt;" }
    return """
      <item><title>\(title(text))</title><guid isPermaLink="false">\(number)</guid>
      <link>https://example.org/\(number)</link><pubDate>\(date(number))</pubDate>
      <description>\(paragraphs.joined(separator: "\n"))</description></item>

      """
  }

  private static func title(_ text: String) -> Substring { text.prefix { $0 != "\n" } }

  /// A minute later for each article. Not of Foundation, which takes its time for so many.
  private static func date(_ number: Int) -> String {
    var seconds = time_t(1_577_836_800 + number * 60)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 64)
    let count = strftime(&buffer, buffer.count, "%a, %d %b %Y %H:%M:%S +0000", &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
