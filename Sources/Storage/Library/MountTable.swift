/// What is mounted below a folder, as the system lists it in `mountinfo`.
struct MountTable: Equatable {
  /// Of each mount its number, its device and its place: the rest may change without other files.
  private let mounts: Set<[ArraySlice<UInt8>]>

  /// - Parameter folder: an absolute path without a slash at the end.
  init(_ bytes: [UInt8], below folder: [UInt8]) {
    let start = folder + [UInt8(ascii: "/")]
    let lines = bytes.split(separator: UInt8(ascii: "\n"))
    mounts = Set(
      lines.compactMap { line in
        let fields = line.split(separator: UInt8(ascii: " "), maxSplits: 5)
        guard fields.count > 5, MountTable.unescaped(fields[4]).starts(with: start) else {
          return nil
        }
        return [fields[0], fields[2], fields[4]]
      })
  }

  /// Spaces, line ends and backslashes stand there as three octal digits behind a backslash.
  private static func unescaped(_ field: ArraySlice<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var rest = field
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "\\"), let value = octal(rest.prefix(3)) else {
        bytes.append(byte)
        continue
      }
      bytes.append(value)
      rest = rest.dropFirst(3)
    }
    return bytes
  }

  private static func octal(_ digits: ArraySlice<UInt8>) -> UInt8? {
    digits.count == 3 ? UInt8(String(decoding: digits, as: UTF8.self), radix: 8) : nil
  }
}
