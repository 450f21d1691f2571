import Glibc

/// Ways in which a program fails, each by a digit.
enum Crash: Character {
  case trap = "1"
  case fatal = "2"
  case badPointer = "3"
  case abort = "4"
  case inTask = "5"
  case stackOverflow = "6"
  case inThread = "7"

  func happen(_ numbers: [Int]) {
    switch self {
    case .trap: print(numbers[numbers.count])
    case .fatal: fatalError("as asked")
    case .badPointer: UnsafeMutablePointer<Int>(bitPattern: 8)?.pointee = numbers.count
    case .abort: Glibc.abort()
    case .inTask: Task.detached { fatalError("in a task") }
    case .stackOverflow: print(Self.depth(numbers.count))
    case .inThread:
      var thread = pthread_t()
      pthread_create(&thread, nil, { _ in fatalError("in a thread") }, nil)
    }
  }

  private static func depth(_ number: Int) -> Int {
    withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { bytes in
      bytes[0] = UInt8(truncatingIfNeeded: number)
      return depth(number + 1) + Int(bytes[0])
    }
  }
}
