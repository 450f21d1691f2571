import Articles
import Glibc

/// One attempt to put new bytes in the place of those that were read.
struct Round {
  let folder: StateFolder
  let name: String
  let isLocked: Bool
  let temporary: String
  let bytes: Pieces
  let fingerprint: Fingerprint

  enum Outcome {
    /// The new bytes are in place; the former file, as it was read, has the name `old`.
    case published(old: String?)
    /// Nothing was put in place: this is what is there by now.
    case raced(Snapshot?)
    /// The new bytes are in place, but in place of others than those that were read.
    case displaced(Snapshot)
  }

  func run(over present: Snapshot?) throws(LibraryError) -> Outcome {
    try folder.writeNew(temporary, bytes, mode: present?.status.mode)
    guard let present else { return try place() }
    return try exchange(present)
  }

  /// There was no file.
  private func place() throws(LibraryError) -> Outcome {
    do throws(SystemError) {
      try folder.disk.renameNew(temporary, to: name, in: folder.file)
      return .published(old: nil)
    } catch {
      folder.retire(temporary)
      guard error.code == EEXIST else { throw failure(error) }
    }
    return .raced(try folder.read(name))
  }

  private func exchange(_ present: Snapshot) throws(LibraryError) -> Outcome {
    do throws(SystemError) {
      try folder.disk.exchange(temporary, name, in: folder.file)
    } catch {
      guard !error.isUnsupported else { return try replace(present) }
      folder.retire(temporary)
      guard error.code == ENOENT else { throw failure(error) }
      return .raced(nil)
    }
    do throws(LibraryError) {
      // Most often it is what was read, and nobody needs its bytes.
      guard try folder.fingerprint(of: temporary) != present.fingerprint,
        let displaced = try folder.read(temporary)
      else { return .published(old: temporary) }
      return .displaced(displaced)
    } catch {
      // No file at all, perhaps: whatever it is, it goes back to its place.
      putBack()
      throw error
    }
  }

  /// Undoes an exchange.
  func putBack() {
    // If that fails too, what was displaced stays beside the file, and nothing is lost.
    try? folder.disk.exchange(temporary, name, in: folder.file)
    if (try? folder.fingerprint(of: temporary)) == fingerprint { folder.retire(temporary) }
  }

  /// Where the file system cannot exchange: between the last look and the renaming there are two
  /// system calls in which a program that does not lock could still put something there.
  private func replace(_ present: Snapshot) throws(LibraryError) -> Outcome {
    guard isLocked else {
      folder.retire(temporary)
      throw failure(SystemError(EWOULDBLOCK))
    }
    let aside = temporary + "-old"
    // Without links, a look at the file itself has to do.
    let isAside = (try? folder.disk.link(name, as: aside, in: folder.file)) != nil
    do throws(LibraryError) {
      let now = try folder.read(isAside ? aside : name)
      if now?.fingerprint == present.fingerprint {
        try folder.attempt(.publish, name) { () throws(SystemError) in
          try folder.disk.rename(temporary, to: name, in: folder.file)
        }
        return .published(old: isAside ? aside : nil)
      }
      abandon(aside)
      return .raced(now)
    } catch {
      abandon(aside)
      throw error
    }
  }

  private func abandon(_ aside: String) {
    folder.retire(temporary)
    folder.retire(aside)
  }

  private func failure(_ error: SystemError) -> LibraryError {
    folder.failure(.publish, name, .system(error.code))
  }
}
