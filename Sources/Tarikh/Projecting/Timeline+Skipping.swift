internal import Foundation
public import TarikhModel
public import TarikhProjections

extension Timeline {
  /// Decides that the views which the event at `address` has stopped go on without it.
  ///
  /// The decision is kept in the store and holds for every later replay; answers count the event
  /// as left out. Other processes that have the store open learn of it when they open it again.
  /// - Throws: ``SkippingError`` where no view is stopped there.
  @discardableResult
  public func skip(_ address: EventAddress, reason: String) throws -> [SkippedEvent] {
    let stopped = try statuses().filter { status in
      guard case .failed(let event, _) = status.state else { return false }
      return event == address
    }
    guard !stopped.isEmpty, let event = try log.event(at: address) else {
      throw SkippingError.stopsNothing(address)
    }
    let decisions = stopped.map {
      SkippedEvent(
        projection: $0.name, event: address, position: event.position, reason: reason)
    }
    try SkippedEvents.write(SkippedEvents.read(in: folder) + decisions, in: folder)
    for runner in runners {
      runner.views.skip(decisions)
      try runner.goOn(past: address)
    }
    return decisions
  }

  /// Every decision to go on without an event, in the order in which they were made.
  public func skippedEvents() throws -> [SkippedEvent] { try SkippedEvents.read(in: folder) }
}
