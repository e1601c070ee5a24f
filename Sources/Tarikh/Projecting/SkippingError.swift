public import TarikhModel

/// Why an event is not skipped.
public enum SkippingError: Error, Hashable, Sendable {
  /// No view is stopped there.
  case stopsNothing(EventAddress)
}

extension SkippingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .stopsNothing(let address):
      "\(address): stops no view, so there is nothing to skip; tarikh replay names what does"
    }
  }
}
