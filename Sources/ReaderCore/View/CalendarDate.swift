import Articles
import Screen

/// A day of the Gregorian calendar.
struct CalendarDate: Hashable {
  let year: Int
  let month: Int
  let day: Int

  /// The day of a time, at a distance from Greenwich.
  ///
  /// Howard Hinnant, "chrono-compatible low-level date algorithms": `civil_from_days`.
  init(_ time: Timestamp, secondsFromGMT: Int) {
    let seconds = time / 1_000 + Timestamp(secondsFromGMT)
    let days = Int((Double(seconds) / 86_400).rounded(.down)) + 719_468
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shifted + 2) / 5 + 1
    month = shifted < 10 ? shifted + 3 : shifted - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// `YYYY-MM-DD`.
  var iso: String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension PartialDate {
  /// The day on which a file was written.
  init(fileOf modified: Timestamp, secondsFromGMT: Int) {
    let day = CalendarDate(modified, secondsFromGMT: secondsFromGMT)
    self.init(year: day.year, month: day.month, day: day.day)
  }

  /// The date that the text of an article states, else that of its file.
  package init(of article: Article, secondsFromGMT: Int) {
    self =
      article.summary?.date.flatMap { PartialDate($0) }
      ?? PartialDate(fileOf: article.modified, secondsFromGMT: secondsFromGMT)
  }
}

extension Wording {
  /// The date of the text; where it says none, that of the file.
  package static func date(of article: Article, secondsFromGMT: Int) -> String {
    article.summary?.date
      ?? CalendarDate(article.modified, secondsFromGMT: secondsFromGMT).iso
  }

  /// What the list calls an article: the title of its text, else its file's name. Untrusted.
  package static func title(of article: Article) -> String {
    title(stated: article.summary?.title, ofFile: article.path)
  }

  fileprivate static func title(stated: String?, ofFile path: ArticlePath) -> String {
    if let stated, !Sanitiser.isBlank(stated) { return stated }
    return title(ofFile: path)
  }
}

extension State {
  func date(of article: Article) -> String {
    Wording.date(of: article, secondsFromGMT: settings.secondsFromGMT)
  }

  /// The present day, as dates are written.
  var today: String { CalendarDate(now, secondsFromGMT: settings.secondsFromGMT).iso }

  func title(of article: Article) -> String { Wording.title(of: article) }
}

extension ArticleList {
  /// What the list calls the article. It is not copied for that, as many are looked at.
  func title(of index: Index) -> String {
    Wording.title(stated: articles[index].summary?.title, ofFile: articles[index].path)
  }
}
