/// The filters that have a value behind a colon.
enum FilterName: String, CaseIterable {
  case tag, title, author, after, before, added, words, time, sort
  case folder = "in"
}

/// What stands behind the colon of a filter.
struct FilterValue {
  private let text: String
  private let position: Int

  init(_ text: String, at position: Int) {
    self.text = text
    self.position = position
  }

  /// - Returns: nil for `sort:`, which is no filter.
  /// - Throws: `QueryError` where the value is none of this filter's.
  func filter(_ name: FilterName) throws(QueryError) -> Filter? {
    switch name {
    case .tag: return .tag(text)
    case .folder: return .folder(Array((text.hasSuffix("/") ? text : text + "/").utf8))
    case .title: return .title(try searchable)
    case .author: return .author(try searchable)
    case .after: return .after(try date)
    case .before: return .before(try date)
    case .added:
      let (comparison, age) = try amount(.age, units: FilterValue.ages)
      return .added(comparison, Timestamp(age))
    case .words:
      let (comparison, count) = try amount(.number, units: ["": 1])
      return .words(comparison, count)
    case .time:
      let (comparison, minutes) = try amount(.minutes, units: ["": 1, "m": 1, "h": 60])
      return .minutes(comparison, minutes)
    case .sort: return nil
    }
  }

  private static let day = 86_400_000
  private static let ages = [
    "h": day / 24, "d": day, "w": 7 * day, "m": 30 * day, "y": 365 * day,
  ]

  private var searchable: String {
    get throws(QueryError) {
      guard text.hasLetterOrDigit else { throw QueryError(.lettersOrDigits, at: position) }
      return text
    }
  }

  /// `2019`, `2019-06` or `2019-06-14`.
  private var date: PartialDate {
    get throws(QueryError) {
      guard let date = PartialDate(text) else { throw QueryError(.date, at: position) }
      return date
    }
  }

  /// A sign of comparison, a number and a unit; the number in the smallest unit.
  private func amount(
    _ expected: QueryError.Expected, units: [String: Int]
  ) throws(QueryError) -> (Filter.Comparison, Int) {
    let comparison = Filter.Comparison.allCases.first { text.hasPrefix($0.rawValue) }
    let rest = text.dropFirst(comparison?.rawValue.count ?? 0)
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), let unit = units[rest.dropFirst(digits.count).lowercased()]
    else { throw QueryError(expected, at: position) }
    let (product, isTooLarge) = number.multipliedReportingOverflow(by: unit)
    guard !isTooLarge else { throw QueryError(expected, at: position) }
    return (comparison ?? .equal, product)
  }
}
