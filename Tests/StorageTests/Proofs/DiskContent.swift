import Glibc

/// What is on a model disk, and what of it could be lost.
struct DiskContent: Sendable {
  var folders: [String: DiskFolder] = [:]
  var files: [DiskFile] = []
  /// Changes that were reported to be saved by then.
  var acknowledged = 0
}

struct DiskFile: Sendable {
  var bytes: [UInt8]
  /// What has reached the disk for certain.
  var synced: [UInt8]

  /// What may be there after a power cut: nothing, or cut at any block of 512 bytes, or as long as
  /// it was, with zeros in place of any of its blocks.
  var remains: [[UInt8]] {
    guard bytes != synced else { return [bytes] }
    let starts = Array(stride(from: synced.count, to: bytes.count, by: 512))
    precondition(starts.count < 12, "too many blocks for all their subsets")
    let cuts = starts.map { Array(bytes[..<$0]) }
    return cuts
      + (0..<(1 << starts.count)).map { lost in
        var left = bytes
        for (number, start) in starts.enumerated() where lost >> number & 1 == 1 {
          for place in start..<min(start + 512, left.count) { left[place] = 0 }
        }
        return left
      }
  }
}

struct DiskFolder: Sendable {
  var names: [String: Int] = [:]
  /// The names before each change since the last sync: a power cut may bring any of them back.
  var lost: [[String: Int]] = []

  mutating func change(_ body: (inout [String: Int]) -> Void) {
    lost.append(names)
    body(&names)
  }
}

extension DiskContent {
  /// A folder with files that are safely there.
  init(_ folder: String, _ files: [String: [UInt8]]) {
    var names: [String: Int] = [:]
    for (name, bytes) in files {
      names[name] = self.files.count
      self.files.append(DiskFile(bytes: bytes, synced: bytes))
    }
    folders = [folder: DiskFolder(names: names)]
  }

  /// The files of the folder by name.
  func files(in folder: String) -> [String: [UInt8]] {
    (folders[folder]?.names ?? [:]).mapValues { files[$0].bytes }
  }

  /// Everything that may be left of the folder, had the power gone now.
  func remains(of folder: String) -> [[String: [UInt8]]] {
    guard let place = folders[folder] else { return [[:]] }
    return (place.lost + [place.names]).flatMap { names in
      names.reduce([[:]]) { (sofar: [[String: [UInt8]]], entry) in
        files[entry.value].remains.flatMap { bytes in
          sofar.map { $0.merging([ownerless(entry.key): bytes]) { $1 } }
        }
      }
    }
  }

  /// A temporary file's name, as if the process that made it were gone.
  private func ownerless(_ name: String) -> String {
    name.replacing("tmp-\(getpid())-", with: "tmp-\(Int32.max)-")
  }
}
