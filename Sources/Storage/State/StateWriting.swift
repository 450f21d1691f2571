import Articles
import Glibc

extension LibraryState {
  /// The bytes of the state file: one article per line, sorted by the bytes of their keys. Equal
  /// states have equal bytes.
  package func encoded() -> [UInt8] {
    var writer = JSONWriter()
    writer.reserve(256 + 200 * articles.count)
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
    writer.put(articles)
    writer.put("\n}\n}\n")
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func put(_ articles: [ArticlePath: Marks]) {
    var separator: StaticString = "\n"
    for (key, index) in articles.sortedKeys {
      put(separator)
      put(string: key)
      put(": ")
      put(articles[index].value)
      separator = ",\n"
    }
  }
}

extension [ArticlePath: Marks] {
  /// The articles that have marks, with the spelling of their paths.
  fileprivate var sortedKeys: [(key: [UInt8], index: Index)] {
    var keys: [(key: [UInt8], index: Index)] = []
    keys.reserveCapacity(count)
    for index in indices where self[index].value != Marks() {
      keys.append((PathKey.encoded(self[index].key), index))
    }
    keys.sort { precedes($0.key, $1.key) }
    return keys
  }
}

/// Whether the bytes come first; much faster than element by element.
private func precedes(_ one: [UInt8], _ other: [UInt8]) -> Bool {
  let order = one.withUnsafeBytes { one in
    other.withUnsafeBytes { other -> Int32 in
      guard let left = one.baseAddress, let right = other.baseAddress else { return 0 }
      return memcmp(left, right, min(one.count, other.count))
    }
  }
  return order == 0 ? one.count < other.count : order < 0
}
