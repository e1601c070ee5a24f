package import LMDB
internal import Synchronization

/// Keeps a forgotten reader from making a file grow without bound.
///
/// A snapshot keeps every page that is given up after it from being used again. The writer looks
/// at the reader table now and then; readers that died are cleared, and while a living one holds
/// back too much, every commit is refused with its number.
package final class ReaderWatch: Sendable {
  private struct State {
    var commits = 0
    var bytesAtLook = 0
    /// While it is, every commit looks again.
    var isRefusing = false
  }

  private let subject: String
  private let limit: Int
  private let state = Mutex(State())

  private static let commitsBetweenLooks = 64

  /// - Parameters:
  ///   - subject: what is written, for messages: "the log".
  ///   - limit: how many bytes may be held back; a quarter of the file always may.
  package init(of subject: String, limit: Int) {
    self.subject = subject
    self.limit = limit
  }

  /// Looks, when it is time to, and refuses the commit that is about to begin.
  ///
  /// - Complexity: O(1) but for one commit in 64, or where the file has grown by much; those are
  ///   O(*c*), *c* being the commits since the oldest reader began.
  /// - Precondition: this thread is in no transaction of the environment.
  /// - Throws: a failure of kind `busy` that names the reader.
  package func check(_ environment: Environment) throws(StorageFailure) {
    // A failure to look is for the commit to meet and to say.
    guard let held = try? excess(in: environment) else { return }
    throw refusal(for: held)
  }

  /// What is held back, where it is too much.
  private func excess(in environment: Environment) throws(LMDBError) -> HeldBackPages? {
    let used = try environment.usedBytes()
    guard isDue(used) else { return nil }
    try environment.clearStaleReaders()
    let held = try environment.heldBackPages()
    let isTooMuch = (held?.bytes ?? 0) > max(limit, used / 4)
    state.withLock { $0 = State(commits: 0, bytesAtLook: used, isRefusing: isTooMuch) }
    return isTooMuch ? held : nil
  }

  private func refusal(for held: HeldBackPages) -> StorageFailure {
    let process = held.reader.process
    return StorageFailure(
      kind: .busy,
      description: "\(ProcessName.words(for: process)) has been reading one state of \(subject) "
        + "for \(held.behind) commits and keeps \(held.bytes) bytes from being used again; let "
        + "it go on (kill -CONT \(process)) or end it, then try again: tarikh stats shows it")
  }

  private func isDue(_ used: Int) -> Bool {
    state.withLock { state in
      state.commits += 1
      return state.isRefusing || state.commits >= Self.commitsBetweenLooks
        || used - state.bytesAtLook >= limit / 4
    }
  }
}
