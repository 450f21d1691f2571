import Foundation

/// Samples of one figure.
struct Samples {
  private var sorted: [Double]

  init(_ values: [Double]) { sorted = values.sorted() }

  var median: Double? { at(0.5) }
  var p95: Double? { at(0.95) }
  var count: Int { sorted.count }

  private func at(_ share: Double) -> Double? {
    guard !sorted.isEmpty else { return nil }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * share))]
  }
}

/// Prints figures in columns, as they come.
enum Report {
  static func section(_ title: String) {
    write("\n\(title)")
    row("", ["median", "p95", "bytes", "writes", "samples"])
  }

  /// A row of times in milliseconds.
  static func times(_ name: String, _ values: [Double?], bytes: [Double] = []) {
    let samples = Samples(values.compactMap(\.self))
    row(
      name,
      [
        number(samples.median, digits: 2), number(samples.p95, digits: 2),
        number(Samples(bytes).median, digits: 0), "", String(samples.count),
      ])
  }

  /// A row of reactions to a key: time to the last byte, bytes, calls of `write`.
  static func reactions(_ name: String, _ reactions: [Reaction?]) {
    let seen = reactions.compactMap(\.self)
    let last = Samples(seen.map(\.last))
    row(
      name,
      [
        number(last.median, digits: 2), number(last.p95, digits: 2),
        number(Samples(seen.map { Double($0.bytes) }).median, digits: 0),
        number(Samples(seen.map { Double($0.writes) }).median, digits: 0), String(last.count),
      ])
  }

  /// A row of one figure without a spread.
  static func figure(_ name: String, _ values: [Double], _ unit: String, digits: Int = 1) {
    row(name, [number(Samples(values).median, digits: digits), unit])
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
