import Articles

/// What the list shows of the library, and in which order.
struct ListView: Sendable {
  var hidesRead = false
  var narrowing: Narrowing?
  /// The query that was kept last.
  var lastQuery: String?
  var sort = Sort()
  /// What is looked for; while there is a search, the list shows only what it finds.
  var search: ListSearch?
  /// The articles whose titles it finds, of the whole library.
  var titled = ArticleFlags()
  var hits = TextHits()
  /// The order of what a search finds. By rank, that is those that it finds by their titles, then
  /// those by their texts.
  var searchSort = Sort(key: .rank)
  var context = HitContext()
  /// All articles in their order, as long as that is known.
  var order: Order? = Order(sort: Sort(), indices: [])

  /// Articles in an order.
  struct Order: Sendable {
    let sort: Sort
    var indices: [ArticleList.Index]
  }

  /// Whether nothing is left out.
  var isWhole: Bool { !hidesRead && narrowing == nil && search == nil }

  /// The order of all articles, from which rows are taken.
  var orderSort: Sort { search == nil || isRanked ? sort : searchSort }

  /// Whether rows stand in the order of what a search found.
  var isRanked: Bool { search != nil && searchSort.key == .rank }
}

/// The articles in whose texts a search was found, the best first.
struct TextHits: Sendable {
  private var places: [ArticleList.Index: Int] = [:]
  /// The search that is not answered yet; until it is, the articles are those of the one before.
  var awaited: String?
  /// Whether an answer is awaited to what has been answered before: then not all was found yet, or
  /// the index knew less.
  var isRefresh = false
  /// Whether the index has come to know more since it was asked.
  var isBehind = false
  /// There was no answer: only titles are found.
  var isMissing = false

  init(_ indices: [ArticleList.Index] = []) {
    places = Dictionary(
      indices.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Other articles, while what is awaited stays so.
  mutating func replace(by indices: [ArticleList.Index]) {
    places = TextHits(indices).places
  }

  func contains(_ index: ArticleList.Index) -> Bool { places[index] != nil }

  /// Where it stands among the hits; nil where it is none.
  func place(of index: ArticleList.Index) -> Int? { places[index] }

  /// In the order of the hits; what is none comes last.
  func sorted(_ indices: [ArticleList.Index]) -> [ArticleList.Index] {
    indices.map { (places[$0] ?? .max, $0) }.sorted { $0 < $1 }.map(\.1)
  }

  var isEmpty: Bool { places.isEmpty }

  var indices: some Collection<ArticleList.Index> { places.keys }
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
