package import Foundation
internal import LMDB
internal import TarikhModel

extension LMDBEventLog {
  /// Removes the log in `folder` if it has no events and nobody has it open; tells whether it did.
  package static func removeIfEmpty(_ folder: URL) -> Bool {
    guard let use = try? UseLock.takeAlone(in: folder, of: "the log", timeout: .zero) else {
      return false
    }
    defer { withExtendedLifetime(use) {} }
    guard isEmpty(folder) else { return false }
    return (try? FileManager.default.removeItem(at: folder)) != nil
  }

  private static func isEmpty(_ folder: URL) -> Bool {
    var options = LMDBEventLogOptions.usual(now: { RecordedTime(rawValue: 0) }).environment
    options.access = .readOnly
    guard
      let environment = try? Environment(at: folder.path, options: options, tables: ["events"])
    else { return false }
    let entries = try? environment.read { transaction throws(LogFailure) in
      try transaction.count(of: environment.table("events"))
    }
    return entries == 0
  }
}
