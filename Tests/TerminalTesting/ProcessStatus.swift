import Foundation

/// The resident memory of a process in bytes, from `/proc`.
package struct ProcessMemory {
  /// Now, and at its highest.
  package let resident: Int
  package let peak: Int

  package init?(of process: pid_t) {
    let fields = statusFields("/proc/\(process)/status")
    guard let resident = fields["VmRSS"], let peak = fields["VmHWM"] else { return nil }
    self.resident = resident * 1024
    self.peak = peak * 1024
  }
}

/// How often the threads of a process gave up the processor to wait: each time, something woke it.
package func wakeUps(of process: pid_t) -> Int {
  threads(of: process).reduce(0) { sum, thread in
    sum + (statusFields(thread + "/status")["voluntary_ctxt_switches"] ?? 0)
  }
}

/// The names of the threads of a process.
package func threadNames(of process: pid_t) -> [String] {
  threads(of: process).compactMap {
    try? String(contentsOfFile: $0 + "/comm", encoding: .utf8)
      .trimmingCharacters(in: .newlines)
  }
}

/// Where the kernel tells about each thread of a process.
private func threads(of process: pid_t) -> [String] {
  let tasks = "/proc/\(process)/task"
  let names = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
  return names.map { "\(tasks)/\($0)" }
}

/// The time that a process has taken of the processors so far: hundredths of a second.
package func processorTime(of process: pid_t) -> Int {
  let text = (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)) ?? ""
  let fields = text.split(separator: ")").last?.split(separator: " ") ?? []
  return fields.count > 12 ? (Int(fields[11]) ?? 0) + (Int(fields[12]) ?? 0) : 0
}

/// The `write` calls that a process has made so far, to any file.
package func writeCalls(of process: pid_t) -> Int {
  statusFields("/proc/\(process)/io")["syscw"] ?? 0
}

/// The lines `name: number unit` of a file of the kernel.
private func statusFields(_ path: String) -> [String: Int] {
  guard let data = FileManager.default.contents(atPath: path) else { return [:] }
  var fields: [String: Int] = [:]
  for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
    let parts = line.split { $0 == ":" || $0 == " " || $0 == "\t" }
    guard parts.count >= 2, let number = Int(parts[1]) else { continue }
    fields[String(parts[0])] = number
  }
  return fields
}
