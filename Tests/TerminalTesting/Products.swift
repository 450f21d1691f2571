import Glibc

/// The programs that were built with the tests.
package enum Products {
  /// The path of a program, which stands beside the running one.
  package static func path(_ name: String) -> String {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = max(0, readlink("/proc/self/exe", &buffer, buffer.count))
    let running = String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let folder = running.lastIndex(of: "/").map { running[...$0] } ?? ""
    return folder + name
  }
}
