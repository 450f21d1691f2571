// Feeds bytes that a fuzzer makes to what reads the state file: `make fuzz`.
//
// Whatever the bytes are, reading them neither traps nor takes for ever; what was read is written as
// bytes that are read as the same; and only of such bytes it is said that they would be written so.

import Articles
import CFuzzer
import Glibc
import Storage

func check(_ bytes: [UInt8]) {
  let reading = StateReading(bytes)
  let state = reading?.state ?? .salvaged(bytes)
  let written = state.encoded()
  guard let again = StateReading(written) else { fatalError("what was written cannot be read") }
  // Articles without marks are not written; nor is what is not understood beside a register of its name.
  let marked = state.articles.filter { !$0.value.isEmpty }
  precondition(marked.count == again.state.articles.count, "other articles were read than written")
  precondition(
    marked.allSatisfy { hasSameMarks($0.value, again.state.articles[$0.key] ?? Marks()) },
    "other marks were read than were written")
  precondition(again.state.encoded() == written, "what was read is written in another way")
  if let reading, reading.isAsWritten {
    precondition(written == bytes, "it would not be written so")
  }
  var merged = state
  merged.merge(again.state)
  precondition(merged.encoded() == written, "a state that is merged with itself changes")
}

func hasSameMarks(_ one: Marks, _ other: Marks) -> Bool {
  one.fingerprint == other.fingerprint && one.read == other.read && one.starred == other.starred
    && one.position == other.position && one.tags == other.tags
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(
  LLVMFuzzerRunDriver(&count, &arguments) { start, size in
    check(Array(UnsafeBufferPointer(start: start, count: size)))
    return 0
  })
