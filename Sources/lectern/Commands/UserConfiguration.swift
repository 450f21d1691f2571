import Articles
import ReaderCore
import Storage

/// The configuration of the user. The file is read when something in it is wanted, once.
enum UserConfiguration {
  static let file = ConfigurationFile(configHome: Home.configuration)
  static let reading = file.load()

  /// Who says what a key is.
  static func origin(of key: String) -> String {
    reading.lines[key].map { "line \($0)" } ?? "the default"
  }

  /// What is wrong, as one line.
  static func line(_ problem: ConfigurationProblem) -> String {
    Wording.problem(problem, in: file.path)
  }

  /// What the reader tells of it at its start.
  static var note: String? {
    guard let problem = reading.problems.first else { return nil }
    let others = reading.problems.count - 1
    return Wording.problem(problem, in: Home.abbreviated(file.path), others: others)
  }
}
