public import TarikhModel

/// Why an event was not redacted; nothing was erased.
public enum RedactionError: Error, Hashable, Sendable {
  case noSuchEvent(EventAddress)
  /// It says who erased another event and why, which stays.
  case isRedaction(EventAddress)
}

extension RedactionError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchEvent(let address):
      "\(address): there is no such event; tarikh read \(address.stream) lists the stream"
    case .isRedaction(let address):
      "\(address): is a redaction, which says who erased what and why, and stays; "
        + "nothing was erased"
    }
  }
}
