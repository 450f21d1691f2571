import Foundation

/// The arguments as the shell gave them. The parser has them as strings, which lack bytes that are
/// not UTF-8; names of files may have such bytes.
enum RawArguments {
  /// The bytes of an argument.
  static func bytes(of argument: String) -> [UInt8] {
    let all = (0..<Int(CommandLine.argc)).compactMap { CommandLine.unsafeArgv[$0] }
      .map { Array(UnsafeRawBufferPointer(start: $0, count: strlen($0))) }
    let given = all.first { bytes in
      String(decoding: bytes, as: UTF8.self).utf8.elementsEqual(argument.utf8)
    }
    return given ?? Array(argument.utf8)
  }
}
