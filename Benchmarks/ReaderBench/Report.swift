import Foundation
import Synchronization

/// Samples of one figure.
struct Samples {
  private var sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var median: Double? { at(0.5) }
  var p95: Double? { at(0.95) }
  var count: Int { sorted.count }

  /// The least sample that is not below so many of them (nearest rank).
  private func at(_ share: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    return sorted[max(Int((Double(sorted.count) * share).rounded(.up)) - 1, 0)]
  }
}

/// The most that a figure may be.
enum Goal {
  case median(Double)
  case p95(Double)

  var most: Double {
    switch self {
    case .median(let most), .p95(let most): most
    }
  }

  func holds(for samples: Samples) -> Bool {
    let value =
      switch self {
      case .median: samples.median
      case .p95: samples.p95
      }
    return value.map { $0 <= most } ?? false
  }
}

/// Prints figures in columns, as they come, and whether the goals hold that are set for them.
enum Report {
  private static let title = Mutex("")
  private static let held = Mutex(0)
  private static let missed = Mutex<[String]>([])

  static func section(_ title: String) {
    self.title.withLock { $0 = title }
    write("\n\(title)")
    row("", ["median", "p95", "bytes", "writes", "samples", "goal"])
  }

  /// A row of times in milliseconds.
  static func times(
    _ name: String, _ values: [Double?], bytes: [Double] = [], goal: Goal? = nil
  ) {
    let samples = Samples(values.compactMap(\.self))
    row(
      name,
      [
        number(samples.median, digits: 2), number(samples.p95, digits: 2),
        number(Samples(bytes).median, digits: 0), "", String(samples.count),
      ] + verdict(name, goal, samples))
  }

  /// A row of reactions to a key: time to the last byte, bytes, calls of `write`.
  static func reactions(_ name: String, _ reactions: [Reaction?], goal: Goal? = nil) {
    let seen = reactions.compactMap(\.self)
    let last = Samples(seen.map(\.last))
    row(
      name,
      [
        number(last.median, digits: 2), number(last.p95, digits: 2),
        number(Samples(seen.map { Double($0.bytes) }).median, digits: 0),
        number(Samples(seen.map { Double($0.writes) }).median, digits: 0), String(last.count),
      ] + verdict(name, goal, last))
  }

  /// A row of one figure without a spread.
  static func figure(
    _ name: String, _ values: [Double], _ unit: String, digits: Int = 1, most: Double? = nil
  ) {
    let samples = Samples(values)
    row(
      name,
      [number(samples.median, digits: digits), unit, "", "", ""]
        + verdict(name, most.map(Goal.median), samples))
  }

  /// A row without a figure.
  static func note(_ name: String, _ text: String) {
    write("  " + name.padding(toLength: 34, withPad: " ", startingAt: 0) + "  " + text)
  }

  /// Which goals hold.
  static func conclude() {
    let held = held.withLock { $0 }
    let missed = missed.withLock { $0 }
    write("\n\(held) goals hold, \(missed.count) do not")
    for name in missed { write("  " + name) }
  }

  private static func verdict(_ name: String, _ goal: Goal?, _ samples: Samples) -> [String] {
    guard let goal else { return [] }
    let limit = (goal.most < 10 ? number(goal.most, digits: 1) : number(goal.most, digits: 0))
    let isHeld = goal.holds(for: samples)
    if isHeld {
      held.withLock { $0 += 1 }
    } else {
      let section = title.withLock { $0 }
      missed.withLock { $0.append("\(section): \(name)") }
    }
    return [limit, isHeld ? "holds" : "missed"]
  }

  private static func row(_ name: String, _ cells: [String]) {
    let columns = cells.map { String(repeating: " ", count: max(0, 9 - $0.count)) + $0 }
    write("  " + name.padding(toLength: 34, withPad: " ", startingAt: 0) + columns.joined())
  }

  /// Not `print`: a line is worth seeing when it is measured, also through a pipe.
  private static func write(_ line: String) {
    FileHandle.standardOutput.write(Data((line + "\n").utf8))
  }

  private static func number(_ value: Double?, digits: Int) -> String {
    value.map { String(format: "%.\(digits)f", $0) } ?? "-"
  }
}
