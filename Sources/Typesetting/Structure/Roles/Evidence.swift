/// One thing that can be seen of a block, and how much it speaks for a part in the publication.
struct Evidence: Sendable {
  /// What is seen, in a few words.
  let name: StaticString
  /// For the part where positive, against it where negative.
  let weight: Double
  let isSeen: @Sendable (Roles, Int) -> Bool

  init(_ weight: Double, _ name: StaticString, _ isSeen: @escaping @Sendable (Roles, Int) -> Bool) {
    self.weight = weight
    self.name = name
    self.isSeen = isSeen
  }
}

extension [Evidence] {
  /// The sum of what is seen of the block.
  func weight(of index: Int, in roles: Roles) -> Double {
    var sum = 0.0
    for evidence in self where evidence.isSeen(roles, index) { sum += evidence.weight }
    return sum
  }
}
