public import TarikhLog
public import TarikhModel

/// Why a proof could not be given, or does not hold.
public enum ProvingError: Error, Hashable, Sendable {
  /// The log has another root at that head's position: it was changed, or is another log.
  case notAContinuation(of: TreeHead, found: Digest)
  /// The log ends before that head: it was cut off, or is another log.
  case headBeyondLog(TreeHead, end: Position)
  /// The event came after that head.
  case recordedLater(EventAddress, at: Position, head: Position)
  /// The head to prove from lies after the one to prove to.
  case headsReversed(from: Position, to: Position)
  /// What the log holds does not add up to its own head.
  case damaged(String)
  /// The file is not a proof or a seal.
  case unreadable(place: String, reason: String)
  /// The document does not prove what it says.
  case refuted(place: String, reason: String)
}

extension ProvingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notAContinuation(let head, let found):
      "THE LOG IS NOT A CONTINUATION OF THE HEAD AT POSITION \(head.position): there it has the "
        + "root \(found), and the head says \(head.root); something before that position was "
        + "changed, or the head is of another log"
    case .headBeyondLog(let head, let end):
      "THE LOG ENDS AT POSITION \(end), before the head at position \(head.position): it was cut "
        + "off, or the head is of another log"
    case .recordedLater(let address, let position, let head):
      "\(address): stands at position \(position), after the head at position \(head); choose a "
        + "later head"
    case .headsReversed(let from, let to):
      "the head to prove from, at position \(from), lies after the one to prove to, at \(to)"
    case .damaged(let place):
      "\(place) does not add up to the log's head; tarikh verify lists all damage"
    case .unreadable(let place, let reason): "\(place): \(reason)"
    case .refuted(let place, let reason): "\(place): PROVES NOTHING: \(reason)"
    }
  }
}
