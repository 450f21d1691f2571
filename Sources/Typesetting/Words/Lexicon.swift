/// What a language says on the pages around texts, and how it writes names of months and keys.
///
/// All phrases are in lower case. In a language that is written without spaces `insides` are looked
/// for anywhere in a short line; in others they match whole words.
struct Lexicon: Sendable {
  /// What a key before a colon at the head of a text announces.
  enum Key: Sendable {
    case title, subject, author, date, address, tags, summary, language, technical

    /// Whether it says what an article or a message is.
    var isTelling: Bool {
      switch self {
      case .title, .subject, .author, .date: true
      case .address, .tags, .summary, .language, .technical: false
      }
    }
  }

  /// Lines that are furniture if they say nothing else.
  var wholes: [Furniture: [String]] = [:]
  /// Beginnings of short lines of furniture.
  var openings: [Furniture: [String]] = [:]
  /// Phrases that no text but furniture uses.
  var insides: [Furniture: [String]] = [:]
  /// Words before an author's name.
  var authors: [String] = []
  /// Words before a date in a byline.
  var dates: [String] = []
  /// Words of a version or an edition of a text.
  var versions: [String] = []
  /// Words that say how long ago something was, with a number.
  var ago: [String] = []
  /// Headings of a table of contents.
  var contents: [String] = []
  /// Words before the number of a part of a book.
  var chapters: [String] = []
  /// Words before the number of a figure or table.
  var captions: [String] = []
  /// Words before the name of a photographer.
  var credits: [String] = []
  /// Names and abbreviations of the twelve months.
  var months: [[String]] = []
  /// Keys of headers, without the colon.
  var keys: [Key: [String]] = [:]
  /// Its code as ISO 639 has it.
  var code = ""
  /// What it is called in headers, in English first.
  var names: [String] = []
  /// Words of which every text has many; none where the script tells the language.
  var common: [String] = []

  static let all = [
    english, german, french, spanish, russian, japanese, chinese, italian, portuguese,
  ]
}
