internal import CLMDB
internal import Foundation

extension FileLock {
  /// The processes that hold the lock at `path`, alone or shared, as the system lists them.
  ///
  /// For messages. Empty where nobody holds it, and where the system has no such list
  /// (`/proc/locks` is Linux's).
  public static func holders(at path: String) -> [Int32] {
    var file = clmdb_file()
    // Only fills the struct that it is lent.
    guard unsafe clmdb_file_at(path, &file) == 0 else { return [] }
    // The list is given in pieces, between which others come and go: one may be missed.
    for _ in 0..<5 {
      let holders = listed(file.number)
      if !holders.isEmpty { return holders }
    }
    return []
  }

  private static func listed(_ number: UInt64) -> [Int32] {
    guard let list = try? String(contentsOfFile: "/proc/locks", encoding: .utf8)
    else { return [] }
    // "7: FLOCK  ADVISORY  READ 4711 fd:01:123456 0 EOF"; those who wait have an arrow.
    let holders = list.split(separator: "\n").compactMap { line -> Int32? in
      let words = line.split(separator: " ")
      guard words.count >= 6, words[1] == "FLOCK", let process = Int32(words[4]), process > 0,
        words[5].split(separator: ":").last.flatMap({ UInt64($0) }) == number
      else { return nil }
      return process
    }
    return Set(holders).sorted()
  }
}
