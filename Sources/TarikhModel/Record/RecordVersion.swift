/// The released formats of event records, by the number in the header.
///
/// A released format is never changed: every version ever written is read for ever. A new
/// format is a new case here; the compiler then asks how its bodies are read, and the tests ask
/// for a stored record of it.
package enum RecordVersion: UInt16, Hashable, Sendable, CaseIterable {
  case v1 = 1
  case v2 = 2

  /// The version that is written.
  package static let current = RecordVersion.v2

  /// What raises a body of this version to today's payload.
  var decodeBody: BodyDecoder {
    switch self {
    case .v1: Format1.decode
    case .v2: EventBody.decode
    }
  }

  typealias BodyDecoder = (EventType, RawSpan) throws(RecordError) -> EventPayload
}
