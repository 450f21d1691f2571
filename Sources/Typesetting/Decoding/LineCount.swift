/// How many lines a long text has, and how many of them end before a byte.
package struct LineCount: Hashable, Sendable {
  /// The absolute byte.
  package let offset: Int
  package let before: Int
  package let total: Int

  package init(offset: Int, before: Int, total: Int) {
    self.offset = offset
    self.before = before
    self.total = total
  }
}
