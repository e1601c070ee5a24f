import Tarikh

/// The shape of what `verify` found.
struct VerificationJSON: Encodable {
  struct FindingJSON: Encodable {
    var place: String
    var reason: String
  }

  var sound: Bool
  var head: UInt64
  var root: String
  var streams: UInt64
  var texts: UInt64
  var findings: [FindingJSON]

  init(_ found: Verification) {
    sound = found.findings.isEmpty
    head = found.head.position.rawValue
    root = found.head.root.description
    streams = found.streams
    texts = found.texts
    findings = found.findings.map { FindingJSON(place: $0.place, reason: $0.reason) }
  }
}
