import Articles
import ReaderCore
import Screen
import Seeded
import Testing

/// Which copies the list shows, against a plain look at every article, while articles come, change
/// and go.
@Suite struct CopiesPropertyTests {
  private static let queries = [
    "", "unread", "-read", "starred", "-starred", "in:sub", "in:sub unread", "unread or in:sub",
    "reading or starred", "title:t1", "title:t2 unread",
  ]
  private static let keys = ["j", "k", "gg", "G", "2j", "3k", "m", "s", "A", "U", "zh"]

  /// An article of the folder: which of some texts it has.
  private struct Sample {
    let path: String
    var text: Int

    /// Copies have the same words; capitals tell them apart.
    var content: String {
      let number = Int(path.filter(\.isNumber)) ?? 0
      let name = "lecternsandmore".enumerated().map { place, letter in
        number >> place & 1 == 1 ? letter.uppercased() : String(letter)
      }.joined()
      return "Title: \(name) t\(text)\n\n" + Samples.long("Text \(text)", paragraphs: 1)
    }
  }

  private struct Run {
    var samples: [Sample] = []
    var reader: TestReader
    var query = ""
    var hidesRead = false
    var random: Seeded
    var next = 0
    /// Whether articles without rows may have got other marks since the rows were chosen.
    var isStale = false
    /// Whether what became known of a text has moved the cursor.
    var isMoved = false
    var time: Timestamp = 1_556_000_000_000

    init(seed: UInt64) {
      random = Seeded(seed)
      reader = TestReader(bare: [], columns: 100, rows: 60)
      reader.press("z|", "z|")
      reader.send(.marksLoaded([:], []))
      for _ in 0..<8 { arrive() }
      reader.send(.scanned([]))
    }

    mutating func arrive() {
      let path = (Bool.random(using: &random) ? "sub/" : "") + "\(next).txt"
      next += 1
      samples.append(Sample(path: path, text: Int.random(in: 1...6, using: &random)))
      read(samples.count - 1, isNew: true)
    }

    mutating func change(_ number: Int) {
      samples[number].text = Int.random(in: 1...6, using: &random)
      read(number)
    }

    private mutating func read(_ number: Int, isNew: Bool = false) {
      let sample = samples[number]
      time += 1_000
      reader.remove(sample.path)
      reader.texts.append((sample.path, sample.content))
      reader.find([sample.path], modified: time)
      let place = reader.state.frame.cursor
      reader.describe([sample.path])
      // Where all is shown, all that becomes known can do is to hide a row.
      if isNew, query.isEmpty, !hidesRead, reader.state.frame.cursor != place { isMoved = true }
    }

    mutating func vanish(_ number: Int) {
      let path = samples.remove(at: number).path
      reader.remove(path)
      reader.send(.vanished([ArticlePath(path)]))
    }

    // MARK: A plain look

    private func marks(_ sample: Sample) -> Marks {
      reader.marks[ArticlePath(sample.path)] ?? Marks()
    }

    private func isMarked(_ sample: Sample) -> Bool {
      marks(sample).state != .unread || marks(sample).isStarred
    }

    private func isBetter(_ one: Sample, _ other: Sample) -> Bool {
      isMarked(one) == isMarked(other)
        ? ArticlePath(one.path) < ArticlePath(other.path) : isMarked(one)
    }

    private func best(_ samples: [Sample]) -> Sample? {
      samples.min { isBetter($0, $1) }
    }

    private func holds(_ sample: Sample) -> Bool {
      let state = marks(sample).state
      let isIn = sample.path.hasPrefix("sub/")
      let isWanted =
        switch query {
        case "unread": state == .unread
        case "-read": state != .read
        case "starred": marks(sample).isStarred
        case "-starred": !marks(sample).isStarred
        case "in:sub": isIn
        case "in:sub unread": isIn && state == .unread
        case "unread or in:sub": isIn || state == .unread
        case "reading or starred": state == .reading || marks(sample).isStarred
        case "title:t1": sample.text == 1
        case "title:t2 unread": sample.text == 2 && state == .unread
        default: true
        }
      return isWanted && !(hidesRead && state == .read)
    }

    private func isCopyOfBegun(_ sample: Sample) -> Bool {
      guard hidesRead || query.contains("read") else { return false }
      let best = best(samples.filter { $0.text == sample.text })
      return !isMarked(sample) && best.map { marks($0).state != .unread } ?? false
    }

    var chosen: [Sample] { samples.filter { holds($0) && !isCopyOfBegun($0) } }

    /// Of the chosen ones of each text the one at the cursor, else the best, by path.
    func expected(at cursor: String?) -> [String] {
      let texts = Dictionary(grouping: chosen, by: \.text)
      return texts.values.compactMap { copies in
        (copies.first { $0.path == cursor } ?? best(copies))?.path
      }.sorted { ArticlePath($0) < ArticlePath($1) }
    }

    // MARK: What the list shows

    private func path(inRow row: String) -> String? {
      samples.first { row.contains($0.content.dropFirst(7).prefix { $0 != "\n" }) }?.path
    }

    var shown: [String] { reader.rows.dropFirst(2).dropLast().compactMap(path) }

    var cursor: String? { path(inRow: reader.cursorRow) }
  }

  @Test(arguments: 1...30 as ClosedRange<UInt64>) func theListShowsEachTextOnce(seed: UInt64) {
    var run = Run(seed: seed)
    var done: [String] = []
    for _ in 1...60 {
      done.append(step(&run))
      guard let fault = fault(run) else { continue }
      Issue.record("seed \(seed): \(fault), after \(done.suffix(12))\n\(run.reader.screen)")
      return
    }
  }

  private func step(_ run: inout Run) -> String {
    let number = run.samples.indices.randomElement(using: &run.random)
    let cursor = run.cursor
    switch (Int.random(in: 0..<10, using: &run.random), number) {
    case (0...1, _):
      run.arrive()
      return check(run, cursor, "arrival of \(run.samples.last?.path ?? "")")
    case (2, let number?):
      run.change(number)
      return check(run, cursor, "change of \(run.samples[number].path)")
    case (3, let number?):
      let path = run.samples[number].path
      run.vanish(number)
      return "end of \(path)"
    case (4...5, _):
      run.query = CopiesPropertyTests.queries.randomElement(using: &run.random) ?? ""
      run.reader.press("&")
      run.reader.send(.key(.paste(run.query)))
      run.reader.press("Enter")
      run.isStale = false
      #expect(run.shown == run.expected(at: cursor), "& \(run.query)\n\(run.reader.screen)")
      return "& \(run.query)"
    default:
      let key = CopiesPropertyTests.keys.randomElement(using: &run.random) ?? "j"
      if key == "zh" { run.hidesRead.toggle() }
      run.reader.press(key)
      if key == "zh" || key == "U" { run.isStale = key == "U" }
      if key == "zh" { #expect(run.shown == run.expected(at: cursor), "zh\n\(run.reader.screen)") }
      return key
    }
  }

  /// What comes leaves the cursor on its article.
  private func check(_ run: Run, _ cursor: String?, _ what: String) -> String {
    if cursor != nil { #expect(run.cursor == cursor, "\(what)") }
    return what
  }

  /// What does not hold of the list at any time.
  private func fault(_ run: Run) -> String? {
    let shown = run.shown
    if run.isMoved { return "the cursor has moved on the screen" }
    if Set(shown).count != shown.count { return "an article has two rows" }
    let texts = Set(run.samples.filter { shown.contains($0.path) }.map(\.text))
    if !run.isStale, let missing = run.chosen.first(where: { !texts.contains($0.text) }) {
      return "\(missing.path) is shown in no copy"
    }
    guard !run.hidesRead else { return nil }
    let count =
      shown.count == 1 ? "1 article," : shown.isEmpty ? "no articles" : "\(shown.count) articles,"
    return run.reader.rows[0].contains(" \(count)") ? nil : "the top line does not say \(count)"
  }
}
