import Glibc

do {
  try Fixture().run()
} catch {
  print("\(error)")
  exit(2)
}
