internal import Foundation
internal import TarikhLog
internal import TarikhModel

/// A copied log that is looked at before it counts as one.
enum StoredCopy {
  /// Checks every page, record and hash of the log in `folder`, leaves no lock file there, and
  /// gives the head.
  ///
  /// - Throws: ``KeepingError/damaged(path:findings:)`` with the places, and what `progress`
  ///   throws.
  static func verify(
    _ folder: URL, of path: String, progress: (KeepingProgress) throws -> Void
  ) throws -> LogHead {
    var options = LMDBEventLogOptions.usual(now: SystemClock.now)
    options.isReadOnly = true
    options.leavesNoTrace = true
    options.pageChecking = .everyPage
    let log: LMDBEventLog
    do throws(StorageFailure) {
      log = try LMDBEventLog.open(at: folder, options: options)
    } catch {
      throw KeepingError(error, copying: path)
    }
    return try verify(log, of: path, progress: progress)
  }

  /// Checks every record and hash of the log, and gives the head.
  static func verify(
    _ log: any EventLog, of path: String, progress: (KeepingProgress) throws -> Void
  ) throws -> LogHead {
    var failure: (any Error)?
    let found: Verification
    do throws(ReadError) {
      found = try log.verify { done, total in
        guard failure == nil else { return }
        do { try progress(.verifying(events: done, of: total)) } catch { failure = error }
      }
    } catch {
      throw KeepingError(error, copying: path)
    }
    if let failure { throw failure }
    guard found.findings.isEmpty else {
      throw KeepingError.damaged(path: path, findings: found.findings)
    }
    return found.head
  }
}

extension KeepingError {
  /// A failure while what is at `path` was copied: damage is told from the rest.
  init(_ failure: StorageFailure, copying path: String) {
    guard failure.kind == .damaged else {
      self = .storage(path: path, failure)
      return
    }
    let finding = Verification.Finding(place: "log", reason: failure.description)
    self = .damaged(path: path, findings: [finding])
  }

  init(_ error: ReadError, copying path: String) {
    switch error {
    case .damaged(let place, let reason):
      let finding = Verification.Finding(place: place, reason: reason)
      self = .damaged(path: path, findings: [finding])
    case .storage(let failure): self.init(failure, copying: path)
    }
  }
}
