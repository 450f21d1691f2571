import Articles
import Testing

/// Which articles a filter lets pass.
@Suite struct FilterTests {
  private static let day: Timestamp = 86_400_000

  private func holds(_ query: String, now: Timestamp = 100 * day) throws -> Bool {
    var marks = Marks()
    marks.apply(MarkChange(path: path, mark: .tag("later", true), at: 1))
    marks.apply(MarkChange(path: path, mark: .tag("never", false), at: 1))
    marks.apply(MarkChange(path: path, mark: .read(true), at: 2))
    let article = Article(
      path: path, bytes: 1, modified: 90 * Self.day,
      summary: Summary(title: "Night Train", author: "Ann", words: 400, minutes: 2))
    let subject = Filter.Subject(article, marks: marks, date: PartialDate("2019-06"))
    return try Query(query).condition.holds { term in
      guard case .filter(let filter) = term.test else { return false }
      return filter.holds(for: subject, now: now) { $1.lowercased().contains($0) }
    }
  }

  private let path = ArticlePath("rail/night.txt")

  @Test(
    arguments: [
      "", "read", "-unread", "-starred", "tag:later", "-tag:never", "-tag:other", "in:rail",
      "in:rail/",
      "-in:rai", "-in:night.txt", "title:train", "author:ann", "-author:bob", "after:2019",
      "after:2019-06", "-after:2019-07", "before:2020", "-before:2019-06", "-before:2019",
      "added:<11d", "-added:<10d", "added:<=10d", "added:>1w", "words:400", "words:>399",
      "-words:<400",
      "time:<=2m", "-time:<2", "(unread or read) -starred",
    ])
  func lets(query: String) throws {
    #expect(try holds(query))
  }

  @Test func whatIsNotKnownFitsNothing() {
    let subject = Filter.Subject(
      Article(path: path, bytes: 1, modified: 0), marks: Marks(), date: nil)
    let filters: [Filter] = [
      .title("a"), .words(.atLeast, 0), .minutes(.atMost, 9), .before(PartialDate(year: 2020)),
      .after(PartialDate(year: 2020)),
    ]
    for filter in filters {
      #expect(!filter.holds(for: subject, now: 0) { _, line in !line.isEmpty }, "\(filter)")
    }
  }

  @Test func agesBeyondAllTimeDoNotTrap() {
    let subject = Filter.Subject(
      Article(path: path, bytes: 1, modified: .min), marks: Marks(), date: nil)
    _ = Filter.added(.less, .max).holds(for: subject, now: .max) { _, _ in false }
  }
}
