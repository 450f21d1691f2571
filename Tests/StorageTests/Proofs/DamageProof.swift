import Articles
import Storage
import Testing

/// Every way in which a state file may be found damaged, given to the store itself.
@Suite struct DamageProof {
  private static let folder = "/library/.lectern"
  private static let file: [UInt8] = {
    var state = LibraryState()
    let position = Position(offset: 18_210, quote: "entity \"tag\"", progress: 0.31)
    state.apply([
      .read("a.txt", at: 1_764_000_000_123), .read("é/b.txt", false, at: 7),
      MarkChange(path: ArticlePath("c.txt"), mark: .position(position), at: 8, fingerprint: "04ab"),
      MarkChange(path: ArticlePath("d.txt"), mark: .tag("http", true), at: 9),
    ])
    return state.encoded()
  }()

  /// What the store finds, and what stands in the folder then.
  private func load(_ bytes: [UInt8]) -> (marks: [String: Marks], files: [String: [UInt8]]) {
    let disk = ModelDisk(DiskContent(Self.folder, ["state.json": bytes]))
    let location = StateLocation(file: Self.folder + "/state.json")
    let loaded = StateStore(location: location, on: disk, pace: Pace(gap: .zero)) { _ in }.load()
    let marks = loaded.marks.map { ($0.key.displayString, $0.value) }
    return (Dictionary(uniqueKeysWithValues: marks), disk.content.files(in: Self.folder))
  }

  /// The names of the articles on lines that are whole.
  private func wholeLines(_ bytes: [UInt8], _ isWhole: (Range<Int>) -> Bool) -> Set<String> {
    let names = bytes.split(separator: 0x0A).filter { isWhole($0.startIndex..<$0.endIndex) }
    let all = ["a.txt", "c.txt", "d.txt", "é/b.txt"]
    return Set(all.filter { name in names.contains { $0.starts(with: "\"\(name)\"".utf8) } })
  }

  private func check(_ damaged: [UInt8], _ whole: Set<String>, _ note: String) {
    let (marks, files) = load(damaged)
    #expect(whole.isSubset(of: marks.keys), "\(note): \(marks.keys)")
    let isCopied = files.contains { $0.key.contains(".corrupt-") && $0.value == damaged }
    #expect(isCopied || LibraryState(damaged) != nil, "\(note): no copy")
  }

  @Test func aCutCostsNoWholeLine() {
    for end in Self.file.indices {
      let cut = Array(Self.file[..<end])
      check(cut, wholeLines(cut) { $0.upperBound < end }, "cut at \(end)")
    }
    Proof.damage.report(Self.file.count, of: "cuts")
  }

  /// A line's end belongs to both lines.
  @Test func theDamageOfOneByteCostsNoLineButItsOwn() {
    let masks = Proof.count(4, torture: 256)
    for place in Self.file.indices {
      let values = (0..<masks).map { Self.file[place] ^ UInt8($0 * 256 / masks) } + [0, 0x22, 0x0A]
      for value in values where value != Self.file[place] {
        var damaged = Self.file
        damaged[place] = value
        let whole = wholeLines(Self.file) { !($0.lowerBound - 1...$0.upperBound).contains(place) }
        check(damaged, whole, "byte \(place) is \(value)")
      }
    }
    Proof.damage.report(Self.file.count * masks, of: "bytes changed")
  }

  /// As ext4 leaves a file whose size was written before its content.
  @Test func zerosFromAnyPlaceCostNoWholeLine() {
    for start in Self.file.indices {
      let zeros = [UInt8](repeating: 0, count: 4096 - start)
      let damaged = Array(Self.file[..<start]) + zeros
      check(damaged, wholeLines(Self.file) { $0.upperBound < start }, "zeros from \(start)")
    }
    Proof.damage.report(Self.file.count, of: "tails of zeros")
  }

  /// A file, and the articles whose marks are to be found.
  @Test(arguments: [
    ("empty", "", []), ("space", " \n ", []), ("null", "null", []), ("array", "[]", []),
    ("string", "\"x\"", []), ("number", "1e400", []), ("zeros", "\0\0\0\0", []),
    ("byte order mark", "\u{FEFF}" + text(), ["a", "b"]),
    ("comment", text(", // mine"), ["a", "b"]), ("trailing comma", text(last: ","), ["a", "b"]),
    ("no end", String(text().dropLast(4)), ["a", "b"]),
    ("line feed in a string", text().replacing("\"b\"", with: "\"b\n\""), ["a"]),
    ("single quotes", text().replacing("\"a\"", with: "'a'"), ["b"]),
    ("two-way conflict", conflict(base: ""), ["a", "b", "c"]),
    ("three-way conflict", conflict(base: "||||||| base\n\(line("d"))\n"), ["a", "b", "c", "d"]),
    ("conflict in the header", headerConflict, ["a", "b"]),
    ("two files in one", text() + text().replacing("\"a\"", with: "\"c\""), ["a", "b", "c"]),
  ])
  func whatStrangeFilesGive(name: String, file: String, articles: [String]) {
    let (marks, files) = load(Array(file.utf8))
    #expect(Set(marks.keys) == Set(articles), "\(name)")
    let isCopied = files.contains {
      $0.key.contains(".corrupt-") && $0.value.elementsEqual(file.utf8)
    }
    #expect(isCopied, "\(name): no copy")
  }

  /// Files that are whole, however odd: nothing is set aside.
  @Test(arguments: [
    ("carriage returns", text().replacing("\n", with: "\r\n"), ["a", "b"]),
    ("one line", text().replacing("\n", with: " "), ["a", "b"]),
    ("newer version", text().replacing("\"version\": 1", with: "\"version\": 999"), ["a", "b"]),
    (
      "path to elsewhere", text().replacing("\"a\"", with: "\"../../etc/x\""), ["../../etc/x", "b"]
    ),
    ("absolute path", text().replacing("\"a\"", with: "\"/etc/x\""), ["/etc/x", "b"]),
    ("zero in a path", text().replacing("\"a\"", with: "\"a\\u0000\""), ["a\0", "b"]),
  ])
  func whatOddFilesGive(name: String, file: String, articles: [String]) {
    let (marks, files) = load(Array(file.utf8))
    #expect(Set(marks.keys) == Set(articles), "\(name)")
    #expect(files.count == 1, "\(name): \(files.keys)")
  }

  private static func line(_ name: String) -> String {
    "\"\(name)\": {\"read\": {\"value\": true, \"at\": 5}}"
  }

  private static func text(_ afterFirst: String = ",", last: String = "") -> String {
    """
    {
    "format": "lectern-state", "version": 1, "minimumReader": 1,
    "articles": {
    \(line("a"))\(afterFirst)
    \(line("b"))\(last)
    }
    }

    """
  }

  private static func conflict(base: String) -> String {
    text().replacing(
      "\(line("b"))\n",
      with: "<<<<<<< ours\n\(line("b"))\n\(base)=======\n\(line("c"))\n>>>>>>> theirs\n")
  }

  private static let headerConflict = text().replacing(
    "\"articles\": {",
    with: "<<<<<<< ours\n\"x\": 1,\n=======\n\"y\": 2,\n>>>>>>> theirs\n\"articles\": {")
}
