import Articles

/// What the list shows of the library, and in which order.
struct ListView: Sendable {
  var hidesRead = false
  var sort = Sort()
  /// Titles that are looked for; while there is a search, the list shows only its matches.
  var search: TitleSearch?
}

/// The parts of the screen as the user arranged them.
struct Arrangement: Hashable, Sendable {
  enum Mode: String, Hashable, Sendable, CaseIterable {
    case automatic = "auto"
    case sideBySide = "side by side"
    case stacked
  }

  static let defaultMeasure = 72
  static let measures = 20...200

  var mode = Mode.automatic
  /// The reading pane has the screen for itself.
  var isFocused = false
  /// Columns by which the user made the list wider.
  var extraListColumns = 0
  var measure = Arrangement.defaultMeasure
  var isOriginal = false
  /// Lines are filled to the measure.
  var isJustified = false
  var showsFurniture = false
  /// Preformatted lines that are wider than the pane are continued instead of cut.
  var wrapsPreformatted = false
}
