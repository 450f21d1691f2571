import Typesetting

extension Galley {
  /// The top of a page that stood so many lines above the line of a byte; nil is the very start.
  mutating func top(anchor: Int?, lead: Int) -> Place {
    guard let anchor else { return start }
    let place = place(at: anchor)
    return lead == 0 ? place : moved(place, by: -lead)
  }

  /// The first of some occurrences, which are in order, that stands at a place or below it.
  mutating func firstMatch(of matches: [Match], from place: Place) -> Int? {
    var (low, high) = (0, matches.count)
    while low < high {
      let middle = (low + high) / 2
      if self.place(of: matches[middle]) < place { low = middle + 1 } else { high = middle }
    }
    return low < matches.count ? low : nil
  }

  /// The line nearest to a byte that shows some words; nil if none does.
  mutating func place(of words: String, near offset: Int) -> Place? {
    let place = place(at: offset)
    if words.isEmpty || quote(at: place) == words { return place }
    let matches = matches(of: words)
    let next = firstMatch(of: matches, from: place) ?? matches.count
    let nearest = matches[max(next - 1, 0)..<min(next + 1, matches.count)]
    let places = nearest.map { self.place(of: $0) }
    return places.min { distance(to: $0, from: offset) < distance(to: $1, from: offset) }
  }

  private mutating func distance(to place: Place, from offset: Int) -> Int {
    abs(self.offset(of: place) - offset)
  }
}
