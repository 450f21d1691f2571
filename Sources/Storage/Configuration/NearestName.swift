/// The name that somebody meant who mistyped one.
struct NearestName {
  /// So many letters too many, too few, wrong or exchanged are a slip; more are another word.
  private static let mostSlips = 2

  /// Nil where none of the names is like it.
  let name: String?

  init(to typed: String, among names: [String]) {
    let letters = Array(typed.lowercased())
    let slips = names.map { ($0, NearestName.slips(from: letters, to: Array($0))) }
    name = slips.filter { $0.1 <= NearestName.mostSlips }.min { $0.1 < $1.1 }?.0
  }

  /// The distance of Damerau and Levenshtein, in its simpler form: no letters are changed twice.
  private static func slips(from old: [Character], to new: [Character]) -> Int {
    guard abs(old.count - new.count) <= mostSlips else { return .max }
    var rows = [Array(0...new.count)]
    for (row, letter) in old.enumerated() {
      var next = [row + 1]
      for (column, other) in new.enumerated() {
        let before = rows[row]
        var least = min(before[column + 1], next[column]) + 1
        least = min(least, before[column] + (letter == other ? 0 : 1))
        if row > 0, column > 0, letter == new[column - 1], old[row - 1] == other {
          least = min(least, rows[row - 1][column - 1] + 1)
        }
        next.append(least)
      }
      rows.append(next)
    }
    return rows[old.count][new.count]
  }
}
