/// The bytes of a file that is to be written, in pieces: what stays of a large file is not copied.
package struct Pieces {
  /// Shorter ones are copied together: writing each would take longer.
  private static let shortest = 1 << 16

  private var done: [ArraySlice<UInt8>] = []
  private var short: [UInt8] = []
  package private(set) var count = 0

  init() {}

  init(_ bytes: [UInt8]) { add(bytes[...]) }

  mutating func add(_ piece: ArraySlice<UInt8>) {
    count += piece.count
    guard piece.count >= Pieces.shortest else { return short += piece }
    if !short.isEmpty { done.append(short[...]) }
    short = []
    done.append(piece)
  }

  /// The pieces, in order.
  var all: [ArraySlice<UInt8>] { short.isEmpty ? done : done + [short[...]] }

  var last: UInt8? { short.last ?? done.last?.last }

  package var joined: [UInt8] { Array(all.joined()) }
}
