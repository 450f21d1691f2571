import Articles

/// Texts to read, and marks that were made before.
enum Samples {
  /// Six articles: Alpha to Foxtrot.
  static let six: [(path: String, text: String?)] = [
    "Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot",
  ].map { (path: $0.lowercased() + ".txt", text: long($0)) }

  /// Articles of a line each, to fill a list.
  static func letters(_ count: Int) -> [(path: String, text: String?)] {
    (1...count).map { number in
      let name = number < 10 ? "00\(number)" : number < 100 ? "0\(number)" : "\(number)"
      return (path: name + ".txt", text: short("Letter \(number)"))
    }
  }

  /// A title and one paragraph, which fit any page.
  static func short(_ title: String) -> String { "\(title)\n\nThe word of \(title).\n" }

  /// A title and numbered paragraphs of some lines each.
  static func long(_ title: String, paragraphs: Int = 40) -> String {
    let body = (1...paragraphs).map { number in
      "\(title) paragraph \(number) "
        + String(repeating: "speaks of lanterns and lecterns ", count: 8) + "here."
    }
    return ([title] + body).joined(separator: "\n\n") + "\n"
  }

  /// A title, and sections with a heading and some paragraphs each.
  static func sections(_ title: String, count: Int = 6) -> String {
    let body = (1...count).flatMap { number in
      ["Section \(number)"]
        + (1...4).map { part in
          "Part \(part) of section \(number) "
            + String(repeating: "goes on about the matter at hand ", count: 8) + "still."
        }
    }
    return ([title] + body).joined(separator: "\n\n") + "\n"
  }

  static func read(at time: Timestamp = 1) -> Marks {
    var marks = Marks()
    marks.read = Register(true, at: time)
    return marks
  }

  static func reading(
    offset: Int = 0, quote: String = "", progress: Double, at time: Timestamp = 1
  ) -> Marks {
    var marks = Marks()
    marks.position = Register(
      Position(offset: offset, quote: quote, progress: progress), at: time)
    return marks
  }
}
