// A program that marks articles as fast as it can, for tests that kill it, run it many times at
// once, or let its system calls fail: `StateFixture FILE LOCKS PREFIX COUNT`.
//
// It prints the number of each mark once that is reported to be saved, and ends with 74 where one
// was not.

import Articles
import Glibc
import Storage

let arguments = CommandLine.arguments
guard arguments.count == 5, let count = Int(arguments[4]) else { exit(64) }
let store = StateStore(
  location: StateLocation(file: arguments[1], locks: arguments[2]),
  pace: Pace(gap: .zero, rest: 0, retry: .milliseconds(1), longestRetry: .milliseconds(8))
) { _ in }
_ = store.load()
for number in 0..<count {
  let path = ArticlePath("\(arguments[3])/\(number)")
  store.save([MarkChange(path: path, mark: .read(true), at: StateStore.wallClock())])
  guard store.flush(deadline: 60_000) else { exit(74) }
  let line = Array("\(number)\n".utf8)
  guard line.withUnsafeBytes({ write(STDOUT_FILENO, $0.baseAddress, $0.count) }) > 0 else {
    exit(74)
  }
}
