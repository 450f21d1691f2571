import Articles
import Glibc

/// The configuration file. It is read, never written.
package struct ConfigurationFile: Sendable {
  /// Far more than anybody writes by hand, and little enough to be read before the first frame:
  /// 64 KiB.
  package static let largest = 64 << 10

  package let path: String

  /// - Parameter configHome: the user's folder for such things, `$XDG_CONFIG_HOME`.
  package init(configHome: String) { path = configHome + "/lectern/config.yaml" }

  /// What was found.
  package struct Reading: Hashable, Sendable {
    /// Whether there is such a file.
    package var exists = false
    package var configuration = Configuration()
    /// On which lines the keys of the file stand that are used.
    package var lines: [String: Int] = [:]
    /// In the order of the file.
    package var problems: [ConfigurationProblem] = []
  }

  /// Reads the file. What is wrong in it is not used; the rest is. Blocks.
  package func load() -> Reading {
    do throws(ConfigurationProblem) {
      guard let text = try text() else { return Reading() }
      var reader = ConfigurationReader()
      if let value = try YAMLValue(parsing: text) { try reader.read(value) }
      return reader.reading
    } catch {
      return Reading(exists: true, problems: [error])
    }
  }

  /// Nil where there is no file.
  private func text() throws(ConfigurationProblem) -> String? {
    let content: Result<[UInt8], ConfigurationProblem>
    do throws(SystemError) {
      content = try self.content()
    } catch {
      if [ENOENT, ENOTDIR].contains(error.code) { return nil }
      throw ConfigurationProblem(.unreadable(.system(error.code)))
    }
    let bytes = try content.get()
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ConfigurationProblem(.notUTF8, at: .ofFirstWrongByte(in: bytes))
    }
    return text
  }

  private func content() throws(SystemError) -> Result<[UInt8], ConfigurationProblem> {
    let file = Descriptor(
      try checked { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) })
    let status = try file.status()
    guard status.isRegularFile else {
      return .failure(ConfigurationProblem(.unreadable(.notRegularFile)))
    }
    let size = Int(status.st_size)
    guard size <= ConfigurationFile.largest else {
      return .failure(ConfigurationProblem(.unreadable(.tooLarge(bytes: size))))
    }
    return .success(try file.read(from: 0, count: size))
  }
}

extension ConfigurationProblem.Place {
  /// Where bytes are not UTF-8 any more.
  fileprivate static func ofFirstWrongByte(in bytes: [UInt8]) -> Self? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      let before = String(decoding: bytes[..<error.byteOffsets.lowerBound], as: UTF8.self)
      return Self(behind: before)
    }
  }
}
