import CursesTerminal
import Screen

/// The time that frames take, in microseconds: medians of many.
struct Timing: CustomStringConvertible {
  let description: String

  init(_ terminal: Terminal) {
    let size = terminal.size
    let pages = (0..<8).map { Scene.page.frame(size: size, selected: $0, note: "timing") }
    let lists = (3..<5).map { Scene.list.frame(size: size, selected: $0, note: "timing") }
    let full = Self.median(terminal) { pages[$0 % pages.count] }
    let rows = Self.median(terminal) { lists[$0 % lists.count] }
    let same = Self.median(terminal) { _ in lists[0] }
    description = "full \(full) rows \(rows) same \(same)"
  }

  private static func median(_ terminal: Terminal, _ frame: (Int) -> Frame) -> Int64 {
    var times: [Int64] = []
    for number in 0..<200 {
      let next = frame(number)
      let clock = ContinuousClock()
      let time = clock.measure { terminal.draw(next) }
      while terminal.isBlocked { terminal.sendRest() }
      times.append(time.components.attoseconds / 1_000_000_000_000)
    }
    return times.sorted()[times.count / 2]
  }
}
