import CZlib

/// Inflates what gzip compressed.
enum Gzip {
  enum Failure: Error {
    case damaged
    /// More than the limit would come out.
    case tooLarge
  }

  /// The text of one or several members; what follows the last one is ignored, as gzip does.
  static func inflated(_ bytes: [UInt8], limit: Int) throws(Failure) -> [UInt8] {
    var output: [UInt8] = []
    var failure: Failure?
    bytes.withUnsafeBufferPointer { input in
      do throws(Failure) {
        try inflate(input, to: &output, limit)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return output
  }

  private static func inflate(
    _ input: UnsafeBufferPointer<UInt8>, to output: inout [UInt8], _ limit: Int
  ) throws(Failure) {
    var stream = z_stream()
    // zlib reads through this pointer and never writes.
    stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress)
    stream.avail_in = UInt32(input.count)
    guard zlib_inflate_gzip(&stream) == Z_OK else { throw .damaged }
    defer { inflateEnd(&stream) }
    while true {
      let (piece, answer) = nextPiece(&stream)
      output += piece
      guard output.count <= limit else { throw .tooLarge }
      if answer == Z_STREAM_END {
        let rest = input.suffix(Int(stream.avail_in))
        guard rest.starts(with: [0x1F, 0x8B]), inflateReset(&stream) == Z_OK else { return }
      } else if answer != Z_OK {
        throw .damaged
      }
    }
  }

  private static func nextPiece(_ stream: inout z_stream) -> (bytes: [UInt8], answer: Int32) {
    var answer = Z_OK
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { room, filled in
      stream.next_out = room.baseAddress
      stream.avail_out = UInt32(room.count)
      answer = CZlib.inflate(&stream, Z_NO_FLUSH)
      filled = room.count - Int(stream.avail_out)
    }
    return (bytes, answer)
  }
}
