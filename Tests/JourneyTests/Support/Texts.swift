/// Articles whose every line can be told from any other.
enum Texts {
  /// A title and numbered paragraphs of about four lines each.
  static func long(_ title: String, paragraphs: Int = 40) -> String {
    let body = (1...paragraphs).map { number in
      let sentence = "Lamp \(number) burns in the window of house \(number), and its keeper reads. "
      return "Paragraph \(number). " + String(repeating: sentence, count: 4)
    }
    return ([title] + body).joined(separator: "\n\n") + "\n"
  }

  static func short(_ title: String) -> String {
    "\(title)\n\nOne paragraph, which ends with the word of \(title.lowercased()).\n"
  }

  /// So many short articles: `01.txt` with the title "Letter 1", and so on.
  static func letters(_ count: Int) -> [String: String] {
    Dictionary(
      uniqueKeysWithValues: (1...count).map { number in
        ((number < 10 ? "0" : "") + "\(number).txt", short("Letter \(number)"))
      })
  }
}
