/// Members of a JSON object that this version does not know, kept to the byte as they stood.
///
/// Bytes, because Swift's `String` would take two spellings of a name for one.
package struct UnknownMembers: Hashable, Sendable {
  /// One member: its name, as spelled between the quotation marks, and its value as JSON text.
  package struct Member: Hashable, Comparable, Sendable {
    package let name: [UInt8]
    package let json: [UInt8]

    package init(name: [UInt8], json: [UInt8]) {
      self.name = name
      self.json = json
    }

    package static func < (left: Member, right: Member) -> Bool {
      left.name == right.name
        ? left.json.lexicographicallyPrecedes(right.json)
        : left.name.lexicographicallyPrecedes(right.name)
    }
  }

  /// Sorted by name; no name stands twice.
  package private(set) var members: [Member] = []

  package init() {}

  package var isEmpty: Bool { members.isEmpty }

  /// Adds a member; of two values of one name the greater by bytes stays, so that order is nothing.
  package mutating func insert(_ member: Member) {
    let place = members.firstIndex { !$0.name.lexicographicallyPrecedes(member.name) }
    guard let place else { return members.append(member) }
    guard members[place].name == member.name else { return members.insert(member, at: place) }
    members[place] = max(members[place], member)
  }

  /// The members of both.
  package mutating func merge(_ other: UnknownMembers) {
    for member in other.members { insert(member) }
  }
}

extension UnknownMembers: Comparable {
  package static func < (left: UnknownMembers, right: UnknownMembers) -> Bool {
    left.members.lexicographicallyPrecedes(right.members)
  }
}
