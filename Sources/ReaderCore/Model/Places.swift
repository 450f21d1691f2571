import Typesetting

/// Places in an article to go to, in the order of the text. They count from the start of all of it.
package enum Places: Hashable, Sendable {
  case headings([Heading])
  case links([Link])

  package enum Kind: Hashable, Sendable { case headings, links }

  /// Those of a whole text.
  package init(_ kind: Kind, of document: Document) {
    switch kind {
    case .headings: self = .headings(document.headings())
    case .links: self = .links(document.links())
    }
  }

  var kind: Kind {
    switch self {
    case .headings: .headings
    case .links: .links
    }
  }

  var count: Int {
    switch self {
    case .headings(let headings): headings.count
    case .links(let links): links.count
    }
  }

  /// Bytes from the start of the text.
  var offsets: [Int] {
    switch self {
    case .headings(let headings): headings.map(\.offset)
    case .links(let links): links.map(\.source.lowerBound)
    }
  }
}

/// The places of an article, of which one is selected.
struct PlaceList: Hashable, Sendable {
  let places: Places
  var page: ListPage
}
