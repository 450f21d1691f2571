import CSystem
import Glibc

/// The way of a frame to the terminal: curses writes into a file in memory, and what lies there is
/// sent in one `write`.
///
/// A terminal that does not read holds a `write` up for a moment only. The rest stays here until the
/// terminal is writable again, so that signals, keys and saving go on beside a blocked terminal.
final class FrameOutput {
  /// The terminal, to be polled for writing while `isBlocked`.
  let descriptor: Int32
  private let memory: Int32
  private var rest: [UInt8] = []
  /// Whether the terminal has failed for good.
  private(set) var isClosed = false

  /// Milliseconds: long enough for a terminal that is only busy, so that a frame is not cut.
  private static let patience: Int32 = 50

  init() throws(TerminalError) {
    memory = lectern_memory_open("frame")
    guard memory >= 0 else { throw .system(call: "memfd_create", number: errno) }
    descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
  }

  deinit {
    Glibc.close(descriptor)
    Glibc.close(memory)
  }

  /// Whether a part of a frame still has to be sent.
  var isBlocked: Bool { !rest.isEmpty && !isClosed }

  /// Puts the memory file in the place of a descriptor that curses writes to.
  func replace(_ target: Int32) { dup2(memory, target) }

  /// Adds bytes of our own to the frame.
  func append(_ bytes: [UInt8]) {
    if !bytes.isEmpty { write(memory, bytes, bytes.count) }
  }

  /// Sends what was written since the last time.
  func send() {
    let count = Int(lseek(memory, 0, SEEK_CUR))
    guard count > 0 else { return }
    let frame = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      initialized = max(0, pread(memory, buffer.baseAddress, count, 0))
    }
    lseek(memory, 0, SEEK_SET)
    rest += frame
    sendRest()
  }

  /// Sends as much as the terminal takes of what is left.
  func sendRest() {
    guard isBlocked else { return }
    let sent = lectern_write_briefly(descriptor, rest, rest.count, Self.patience)
    if sent > 0 {
      rest.removeFirst(sent)
    } else if sent < 0, errno != EAGAIN, errno != EINTR {
      isClosed = true
    }
  }

  /// Sends the rest and these bytes, waiting for the terminal at most so many milliseconds in all.
  func finish(with bytes: [UInt8], milliseconds: Int) {
    rest += bytes
    sendRest()
    let deadline = ContinuousClock.now + .milliseconds(milliseconds)
    while isBlocked, ContinuousClock.now < deadline {
      var terminal = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      if poll(&terminal, 1, 20) > 0 { sendRest() }
    }
    rest = []
  }
}
