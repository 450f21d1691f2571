import Articles

/// The content of a file, or a part of it; inflated where the file is compressed.
package struct FileContent: Hashable, Sendable {
  package let bytes: [UInt8]
  /// The offset of `bytes[0]` in the whole content.
  package let start: Int
  /// The size of the whole content in bytes.
  package let total: Int
  /// When the file was last modified.
  package let modified: Timestamp
}
