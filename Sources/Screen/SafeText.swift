/// Text that is safe to draw.
package struct SafeText: Hashable, Sendable {
  package let string: String
  package let columns: Int
}
