internal import Synchronization
internal import TarikhLog
internal import TarikhModel

/// Every event that a correction, retraction or redaction names, read from the log once.
final class TouchedEvents: Sendable {
  private struct State {
    var addresses: Set<EventAddress> = []
    var position = Position.zero
  }

  private let state = Mutex(State())

  /// Those of the log as it is now; only what was appended since the last time is read.
  func addresses(in log: any EventLog) throws -> Set<EventAddress> {
    try state.withLock { state in
      while true {
        let events = try log.events(after: state.position, limit: 1000)
        guard let last = events.last else { return state.addresses }
        for event in events {
          switch event.payload {
          case .corrected(let target, _, _), .retracted(let target, _), .redacted(let target, _):
            state.addresses.insert(target)
          default: break
          }
        }
        state.position = last.position
      }
    }
  }
}
