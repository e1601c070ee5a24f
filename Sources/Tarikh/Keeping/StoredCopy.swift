internal import Foundation
internal import TarikhLog
internal import TarikhModel

/// A log that nobody writes to: read without leaving a lock file beside it.
struct StoredCopy {
  let log: LMDBEventLog
  /// What messages call it.
  private let path: String

  /// Opens the log in `folder` after a look at the structure of every page.
  init(at folder: URL, of path: String) throws(KeepingError) {
    self.path = path
    var options = LMDBEventLogOptions.usual(now: SystemClock.now)
    options.isReadOnly = true
    options.leavesNoTrace = true
    options.pageChecking = .everyPage
    do throws(StorageFailure) {
      log = try LMDBEventLog.open(at: folder, options: options)
    } catch {
      guard error.kind == .damaged else { throw .storage(path: path, error) }
      throw .damaged(path: path, findings: [StoredCopy.finding(error, in: folder)])
    }
  }

  /// The page that is damaged, where it is a page.
  private static func finding(_ failure: StorageFailure, in folder: URL) -> Verification.Finding {
    Verification.Finding(
      place: "log", reason: LMDBEventLog.pageDamage(in: folder) ?? failure.description)
  }

  /// Checks every record and hash, and gives the head.
  ///
  /// - Throws: ``KeepingError/damaged(path:findings:)`` with the places.
  func verify(progress: (KeepingProgress) throws -> Void) throws -> LogHead {
    var failure: (any Error)?
    let found: Verification
    do throws(ReadError) {
      found = try log.verify { done, total in
        guard failure == nil else { return }
        do { try progress(.verifying(events: done, of: total)) } catch { failure = error }
      }
    } catch {
      switch error {
      case .damaged(let place, let reason):
        throw KeepingError.damaged(
          path: path, findings: [Verification.Finding(place: place, reason: reason)])
      case .storage(let failure): throw KeepingError.storage(path: path, failure)
      }
    }
    if let failure { throw failure }
    guard found.findings.isEmpty else {
      throw KeepingError.damaged(path: path, findings: found.findings)
    }
    return found.head
  }
}
