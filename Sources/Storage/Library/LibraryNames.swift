import Articles

extension Library {
  /// The article that a person means by a name: its path in the library, or the path of a file in it,
  /// from the root or from the present folder.
  /// - Throws: `LibraryError` where there is no such file, or it is not in the library.
  package func article(named name: [UInt8]) throws(LibraryError) -> ArticlePath {
    let path = ArticlePath(name)
    let failure: LibraryError
    do {
      _ = try version(path)
      return path
    } catch {
      failure = error
    }
    guard let inside = pathInside(name) else { throw failure }
    _ = try version(inside)
    return inside
  }

  /// Links in the folders are followed; the file itself may be one.
  private func pathInside(_ name: [UInt8]) -> ArticlePath? {
    let slash = UInt8(ascii: "/")
    let folder = name.lastIndex(of: slash).map { Array(name[...$0]) } ?? [UInt8(ascii: ".")]
    let last = name.lastIndex(of: slash).map { Array(name[($0 + 1)...]) } ?? name
    guard let real = realPath(folder), !root.path.isEmpty else { return nil }
    let path = real + [slash] + last
    let prefix = root.path + [slash]
    return path.starts(with: prefix) ? ArticlePath(Array(path.dropFirst(prefix.count))) : nil
  }
}
