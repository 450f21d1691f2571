import ArgumentParser
import Articles
import ReaderCore
import Screen
import Storage

/// `lectern config [--path]`
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Prints the configuration in use, and where it comes from.",
    discussion: "What it prints is a configuration file by itself.")

  @Option(help: "The folder of articles.", completion: .directory)
  var library: String?

  @Flag(help: "Print only where the file is, or would be.")
  var path = false

  func run() throws {
    let file = UserConfiguration.file
    guard !path else { return try Output.write(SafeText(file.path).string + "\n") }
    let reading = UserConfiguration.reading
    var options = LibraryOptions()
    options.library = library
    let place = options.place()
    var lines = ["# " + file.path + (reading.exists ? "" : " (there is no such file)")]
    lines.append("library: \(Wording.quoted(place.folder))  # \(place.origin)")
    let views = reading.configuration.views
    let origin = UserConfiguration.origin(of: "views")
    lines.append("views:\(views.isEmpty ? " []" : "")  # \(origin)")
    lines += views.flatMap(Wording.lines(of:))
    try Output.write(lines.map { SafeText($0).string + "\n" }.joined())
    for problem in reading.problems { Output.complain(UserConfiguration.line(problem)) }
    if reading.problems.contains(where: { !$0.isHarmless }) { throw ExitCode(65) }
  }
}
