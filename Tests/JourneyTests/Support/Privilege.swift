import Glibc
import TerminalTesting

/// Ways to start a program where the file system refuses it something. Scripts for `open`.
enum Privilege {
  /// Gives up what lets the superuser pass over the modes of files; others have nothing to give up.
  static let bound =
    geteuid() == 0
    ? """
    exec setpriv --bounding-set=-dac_override,-dac_read_search \
    --inh-caps=-dac_override,-dac_read_search "$@"
    """
    : "exec \"$@\""

  /// Goes on in a mount namespace of its own, where the script may mount what it likes.
  static func unshared(_ script: String) -> String {
    "exec unshare \(unsharing) /bin/sh -c '\(script)' sh \"$@\""
  }

  /// Goes on in a namespace of its own, in which the system gives no more of something than that.
  static func limited(_ what: String, to limit: Int) -> String {
    let script = "echo \(limit) >/proc/sys/user/\(what); exec \"$@\""
    return "exec unshare --user --map-root-user /bin/sh -c '\(script)' sh \"$@\""
  }

  private static let unsharing = geteuid() == 0 ? "--mount" : "--map-root-user --mount"

  /// Whether this machine lets the tests mount anything; containers often do not.
  static let mayMount: Bool = {
    let trial = try? Journey("/bin/sh", ["-c", unshared("mount -t tmpfs none /mnt")])
    return (try? trial?.end()) == .status(0)
  }()
}
