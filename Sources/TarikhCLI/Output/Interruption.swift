import Dispatch
import Foundation
import Synchronization

/// Ctrl-C during long work: the first finishes the piece in hand, the second ends at once.
///
/// Either way the store is whole: an append is stored entirely or not at all.
final class Interruption: Sendable {
  private let requested = Atomic<Bool>(false)

  /// Watches from here to the end of the process.
  ///
  /// - Parameter unfinished: a folder that is removed when the process ends at once.
  static func watch(removing unfinished: URL? = nil) -> Interruption {
    let interruption = Interruption()
    signal(SIGINT, SIG_IGN)
    let queue = DispatchQueue(label: "interruption")
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: queue)
    source.setEventHandler {
      if interruption.requested.exchange(true, ordering: .relaxed) {
        // What is being written there may come back once.
        for _ in 0..<2 { if let unfinished { try? FileManager.default.removeItem(at: unfinished) } }
        _exit(ExitStatus.interrupted.rawValue)
      }
      Console.note("Stopping after the piece in hand; Ctrl-C again stops at once.")
      // The source must live as long as the process: its own handler holds it.
      _ = source.isCancelled
    }
    source.activate()
    return interruption
  }

  var isRequested: Bool { requested.load(ordering: .relaxed) }

  /// Throws where the person asked to stop.
  func check(_ done: @autoclosure () -> String) throws {
    if isRequested { throw Failure(.interrupted, "interrupted; \(done())") }
  }
}
