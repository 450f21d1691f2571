import ArgumentParser
import Articles
import Foundation
import ReaderCore
import Screen
import Storage
import Typesetting

/// `lectern show FILE…`: articles on standard output, as the reader sets them.
struct Show: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, source
  }

  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Prints articles as the reader sets them.")

  @Option(help: "text (typeset), json (structure), or source (as it stands, made safe).")
  var format = Format.text

  @Option(help: "The measure: columns of a line.")
  var width: Int?

  @Argument(help: "Files; - is standard input.", completion: .file())
  var files: [String]

  func validate() throws {
    guard width.map({ (1...1_000).contains($0) }) ?? true else {
      throw ValidationError("The width must be from 1 to 1000 columns.")
    }
    guard !files.isEmpty else { throw ValidationError("Name a file, or - for standard input.") }
  }

  func run() throws {
    for (number, file) in files.enumerated() {
      let document = try Show.document(file)
      if number > 0, format != .json { try Output.write("\n") }
      switch format {
      case .text: try printLines(document, file: file, isOriginal: false)
      case .source: try printLines(document, file: file, isOriginal: true)
      case .json: try Output.write(Output.json(DocumentReport(document, path: file)) + "\n")
      }
    }
  }

  // MARK: Reading

  /// Reads and analyses a file, or standard input for `-`.
  static func document(_ file: String) throws(Failure) -> Document {
    guard file != "-" else {
      return Document(Source(Array(FileHandle.standardInput.readDataToEndOfFile())), name: "")
    }
    do {
      let place = try Show.place(of: file)
      let content = try Library(root: place.folder).readWhole(place.name)
      return Document(Source(content.bytes), name: file)
    } catch {
      throw .article(error, path: file)
    }
  }

  /// The folder and the name of what the user has named, wherever links lead.
  private static func place(
    of file: String
  ) throws(LibraryError) -> (folder: String, name: ArticlePath) {
    let bytes = RawArguments.bytes(of: file)
    guard let real = realpath(bytes.map { CChar(bitPattern: $0) } + [0], nil) else {
      throw LibraryError(.open, path: bytes, reason: .system(errno))
    }
    defer { free(real) }
    let path = Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
    let name = ArticlePath(path).name
    let folder = String(decoding: path.dropLast(name.count), as: UTF8.self)
    return (folder, ArticlePath(Array(name)))
  }

  // MARK: Printing

  /// As many columns as asked for, else the usual measure or what the terminal has.
  private func printLines(_ document: Document, file: String, isOriginal: Bool) throws {
    let terminal = Output.terminalColumns.map { $0 - 1 }
    let usual = isOriginal ? 10_000 : 72
    let measure = max(width ?? min(usual, terminal ?? usual), 1)
    let header =
      isOriginal ? Galley.Header() : Wording.header(of: document, path: ArticlePath(file))
    var galley = Galley(
      document, options: Galley.Options(measure: measure, isOriginal: isOriginal, header: header))
    var place = galley.start
    while true {
      let lines = galley.lines(from: place, count: 500)
      try Output.write(lines.map { Output.text($0.spans) + "\n" }.joined())
      guard let last = lines.last, lines.count == 500 else { return }
      let next = galley.moved(last.place, by: 1)
      guard next != last.place else { return }
      place = next
    }
  }
}
