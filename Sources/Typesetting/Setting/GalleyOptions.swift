extension Galley {
  /// How a document is set.
  package struct Options: Hashable, Sendable {
    /// The length of a line in columns.
    package var measure: Int
    /// Whether the source lines are shown as they stand.
    package var isOriginal: Bool
    /// Whether page furniture is shown instead of folded to one line.
    package var showsFurniture: Bool
    /// Whether lines are filled to the measure.
    package var isJustified: Bool
    /// Divides words of the text where its lines are filled; without one no word is divided.
    package var hyphenator: Hyphenator?
    /// Columns beyond which preformatted lines are continued on the next one; nil is never.
    package var wrapsPreformattedAt: Int?
    package var header: Header

    package init(
      measure: Int = 72, isOriginal: Bool = false, showsFurniture: Bool = false,
      isJustified: Bool = false, hyphenator: Hyphenator? = nil, wrapsPreformattedAt: Int? = nil,
      header: Header = Header()
    ) {
      self.measure = measure
      self.isOriginal = isOriginal
      self.showsFurniture = showsFurniture
      self.isJustified = isJustified
      self.hyphenator = hyphenator
      self.wrapsPreformattedAt = wrapsPreformattedAt
      self.header = header
    }
  }

  /// What stands above the text; untrusted. An empty part takes no line.
  package struct Header: Hashable, Sendable {
    /// Set bold. With a title here, the title in the text is not set again.
    package var title: String
    /// The length, the path; set dim.
    package var details: String

    package init(title: String = "", details: String = "") {
      self.title = title
      self.details = details
    }

    package var isEmpty: Bool { title.isEmpty && details.isEmpty }
  }
}
