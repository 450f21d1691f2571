import Articles
import CXXHash

extension Fingerprint {
  init(_ bytes: [UInt8]) {
    self.init(bytes.withUnsafeBytes { XXH3_128bits($0.baseAddress, $0.count) })
  }

  fileprivate init(_ hash: XXH128_hash_t) { self.init(high: hash.high64, low: hash.low64) }

  init(_ pieces: Pieces) {
    var hashing = Hashing()
    for piece in pieces.all { hashing.add(piece) }
    self = hashing.finished()
  }

  /// XXH3-64 of the words of a text, folded; nil where they are fewer than 16, as many texts have by
  /// chance.
  static func ofWords(_ words: [UInt8]) -> UInt64? {
    guard words.count(where: { $0 == UInt8(ascii: " ") }) >= 15 else { return nil }
    return words.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }
}

/// A fingerprint that is made of one piece after the other.
struct Hashing: ~Copyable {
  private let state: OpaquePointer

  init() {
    // Nil where there is no memory, without which Swift ends the program too.
    state = XXH3_createState().unsafelyUnwrapped
    XXH3_128bits_reset(state)
  }

  deinit { XXH3_freeState(state) }

  mutating func add(_ piece: ArraySlice<UInt8>) {
    _ = piece.withUnsafeBytes { XXH3_128bits_update(state, $0.baseAddress, $0.count) }
  }

  func finished() -> Fingerprint { Fingerprint(XXH3_128bits_digest(state)) }
}
