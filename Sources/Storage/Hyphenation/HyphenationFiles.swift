import CHyphen
import Glibc
import Typesetting

/// The hyphenation dictionaries of the system, `hyph_LANGUAGE.dic`, as TeX and LibreOffice have them.
package enum HyphenationFiles {
  /// Reads the dictionary of a language; nil where none is installed or it is damaged. Blocks.
  /// - Parameter folders: where dictionaries may be; the first one found is taken.
  package static func hyphenator(for language: Language, in folders: [String]) -> Hyphenator? {
    for folder in folders {
      for name in names(in: folder, for: language) {
        guard let bytes = read(folder + "/" + name), let dictionary = Dictionary(bytes) else {
          continue
        }
        return Hyphenator(language: language) { dictionary.points(in: $0) }
      }
    }
    return nil
  }

  /// That of the language itself first, then that of the country which is called like it.
  private static func names(in folder: String, for language: Language) -> [String] {
    let code = language.code
    let usual = ["hyph_\(code).dic", "hyph_\(code)_\(code.uppercased()).dic"]
    let others = entries(of: folder).filter {
      $0.hasPrefix("hyph_\(code)_") && $0.hasSuffix(".dic") && !usual.contains($0)
    }
    return usual + others.sorted()
  }

  private static func entries(of folder: String) -> [String] {
    let disk = SystemDisk()
    guard let raw = try? disk.openFolder(folder, making: .nothing) else { return [] }
    let folder = Descriptor(raw)
    return (try? disk.names(in: folder.raw)) ?? []
  }

  /// Larger than any dictionary there is: 4 MiB.
  private static let largest = 4 << 20

  private static func read(_ path: String) -> [UInt8]? {
    let raw = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard raw >= 0 else { return nil }
    let file = Descriptor(raw)
    guard let status = try? file.status(), status.isRegularFile, status.st_size <= largest else {
      return nil
    }
    return try? file.read(from: 0, count: Int(status.st_size))
  }
}

/// A dictionary in memory. `@unchecked`, because the compiler cannot see that libhyphen only reads it
/// once it is loaded, so that any number of threads may ask it at a time.
private final class Dictionary: @unchecked Sendable {
  private let raw: OpaquePointer

  /// The first line of a dictionary names its encoding; the library is given UTF-8.
  init?(_ bytes: [UInt8]) {
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let name = String(decoding: bytes[..<end].filter { $0 > 0x20 }, as: UTF8.self)
    let rest = Array(bytes[end...])
    let encoding = name.hasPrefix("microsoft-") ? String(name.dropFirst(10)) : name
    guard let patterns = encoding == "UTF-8" ? rest : Source.utf8(rest, from: encoding) else {
      return nil
    }
    var text = Array("UTF-8".utf8) + patterns
    let loaded = text.withUnsafeMutableBytes { buffer -> OpaquePointer? in
      guard let file = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
      defer { fclose(file) }
      return hnj_hyphen_load_file(file).map { OpaquePointer($0) }
    }
    guard let loaded else { return nil }
    raw = loaded
  }

  deinit { hnj_hyphen_free(UnsafeMutablePointer(raw)) }

  func points(in word: String) -> [Int] {
    var word = word
    let size = word.utf8.count
    var marks = [CChar](repeating: 0, count: size + 5)
    let failure = word.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) {
        hyphen_marks(UnsafeMutablePointer(raw), $0.baseAddress, Int32(size), &marks)
      }
    }
    guard failure == 0 else { return [] }
    return marks.prefix { $0 != 0 }.indices.filter { marks[$0] & 1 == 1 }.map { $0 + 1 }
  }
}
