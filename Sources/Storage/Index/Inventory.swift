import Articles

/// The articles of the folder in the order of their paths, and how far each has been described.
///
/// Of each only that is kept which tells whether it has changed: there may be very many.
package struct Inventory: Sendable {
  /// What was done of an article; the later comes later.
  package enum Stage: UInt8, Sendable {
    /// Found in the folder, and not looked at yet.
    case found
    /// Somebody is at it.
    case taken
    /// Its head was read, and the rest is to be read.
    case glimpsed
    /// All that the list shows and the index keeps of it is known.
    case described
  }

  /// All of them, in order.
  package private(set) var paths: [ArticlePath] = []
  private var versions: [UInt64] = []
  private var stages: [Stage] = []
  /// The walk that has seen each of them last.
  private var seen: [UInt8] = []
  private var walk: UInt8 = 0
  /// How many are at each stage, and before which place none is.
  private var counts = [Int](repeating: 0, count: 4)
  private var starts = [Int](repeating: 0, count: 4)

  package init() {}

  /// How many there are.
  package var count: Int { paths.count }

  /// How many are at a stage.
  package func count(_ stage: Stage) -> Int { counts[Int(stage.rawValue)] }

  /// How many are not described yet.
  package var left: Int { count - count(.described) }

  /// Those that are not described yet, in order.
  package var leftPaths: [ArticlePath] {
    paths.indices.filter { stages[$0] != .described }.map { paths[$0] }
  }

  /// Makes room for as many as are likely to be found.
  package mutating func reserve(_ count: Int) {
    paths.reserveCapacity(count)
    versions.reserveCapacity(count)
    stages.reserveCapacity(count)
    seen.reserveCapacity(count)
  }

  /// Takes in articles that are in the folder. Those that are new or have changed are to be
  /// described.
  package mutating func note(_ articles: [Article]) {
    var next = 0
    for article in articles {
      let (place, isKnown) = place(of: article.path, near: next)
      next = place + 1
      guard isKnown else {
        insert(article, at: place)
        continue
      }
      seen[place] = walk
      guard versions[place] != article.version else { continue }
      versions[place] = article.version
      set(.found, at: place)
    }
  }

  /// Those that are described when they are found, whatever is known of them.
  package mutating func forget(_ paths: [ArticlePath]) {
    let known = paths.map { place(of: $0, near: 0) }.filter(\.isKnown)
    if !known.isEmpty { remove(Set(known.map(\.place))) }
  }

  /// The folder is walked from now on.
  package mutating func beginWalk() { walk &+= 1 }

  /// Forgets what the walk has not found, which is at its end.
  package mutating func endWalk() {
    let gone = paths.indices.filter { seen[$0] != walk }
    if !gone.isEmpty { remove(Set(gone)) }
  }

  /// The next ones at a stage, which are taken from now on.
  package mutating func take(_ stage: Stage, _ most: Int) -> [Article] {
    var taken: [Article] = []
    var place = starts[Int(stage.rawValue)]
    while taken.count < most, count(stage) > 0, place < count {
      if stages[place] == stage {
        taken.append(article(at: place))
        set(.taken, at: place)
      }
      place += 1
    }
    starts[Int(stage.rawValue)] = place
    return taken
  }

  /// These, of which those in the folder are taken from now on. Version 0 is that of no file: what is
  /// not known is read.
  package mutating func take(_ paths: [ArticlePath]) -> [Article] {
    paths.map { path in
      let (place, isKnown) = place(of: path, near: 0)
      guard isKnown else { return Article(path: path, bytes: 0, modified: 0, version: 0) }
      set(.taken, at: place)
      return article(at: place)
    }
  }

  /// Notes how far some have come that were taken, unless they have changed meanwhile.
  /// - Returns: which of them did not come that far before.
  package mutating func settle(_ articles: [Article], as stage: Stage) -> [Bool] {
    var next = 0
    return articles.map { article in
      let (place, isKnown) = place(of: article.path, near: next)
      next = place + 1
      guard isKnown else { return true }
      guard versions[place] == article.version, stages[place].rawValue < stage.rawValue else {
        return false
      }
      set(stage, at: place)
      return true
    }
  }

  // MARK: Places

  private func article(at place: Int) -> Article {
    Article(path: paths[place], bytes: 0, modified: 0, version: versions[place])
  }

  /// Where an article is or would be. Mostly they are asked for one after the other.
  private func place(of path: ArticlePath, near hint: Int) -> (place: Int, isKnown: Bool) {
    if hint < count, paths[hint] == path { return (hint, true) }
    if let last = paths.last, last < path { return (count, false) }
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if paths[middle] < path { low = middle + 1 } else { high = middle }
    }
    return (low, low < count && paths[low] == path)
  }

  private mutating func set(_ stage: Stage, at place: Int) {
    counts[Int(stages[place].rawValue)] -= 1
    stages[place] = stage
    enter(stage, at: place)
  }

  private mutating func enter(_ stage: Stage, at place: Int) {
    counts[Int(stage.rawValue)] += 1
    starts[Int(stage.rawValue)] = min(starts[Int(stage.rawValue)], place)
  }

  private mutating func insert(_ article: Article, at place: Int) {
    paths.insert(article.path, at: place)
    versions.insert(article.version, at: place)
    stages.insert(.found, at: place)
    seen.insert(walk, at: place)
    enter(.found, at: place)
  }

  private mutating func remove(_ places: Set<Int>) {
    let kept = paths.indices.filter { !places.contains($0) }
    for place in places { counts[Int(stages[place].rawValue)] -= 1 }
    paths = kept.map { paths[$0] }
    versions = kept.map { versions[$0] }
    stages = kept.map { stages[$0] }
    seen = kept.map { seen[$0] }
    starts = [0, 0, 0, 0]
  }
}
