import Glibc

extension termios {
  /// All of it that a program can set, to be compared.
  var text: String {
    let characters = withUnsafeBytes(of: c_cc) { Array($0) }
    return "\(c_iflag) \(c_oflag) \(c_cflag) \(c_lflag) \(c_ispeed) \(c_ospeed) \(characters)"
  }
}
