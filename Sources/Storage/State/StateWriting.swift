import Articles
import Glibc

extension LibraryState {
  /// The bytes of the state file: one article per line, sorted by the bytes of their keys. Equal
  /// states have equal bytes.
  package func encoded() -> [UInt8] {
    SortedLines(articles).between(encodedHeader(), LibraryState.end)
  }

  /// The bytes after the last article.
  static let end = Array("\n}\n}\n".utf8)

  /// The bytes before the first article.
  func encodedHeader() -> [UInt8] {
    var writer = JSONWriter()
    writer.put("{\n\"format\": \"lectern-state\", \"version\": ")
    writer.put(version)
    writer.put(", \"minimumReader\": ")
    writer.put(minimumReader)
    writer.put(",\n")
    for member in unknown.members {
      writer.put(member)
      writer.put(",\n")
    }
    writer.put("\"articles\": {")
    return writer.finished()
  }
}

extension JSONWriter {
  /// Writes the line of an article, without its end.
  mutating func putArticle(_ key: [UInt8], _ marks: Marks) {
    put(string: key)
    put(": ")
    put(marks)
  }
}
