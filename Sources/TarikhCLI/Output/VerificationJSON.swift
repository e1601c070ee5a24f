import Tarikh

/// The shape of what `verify` found.
struct VerificationJSON: Encodable {
  struct FindingJSON: Encodable {
    var place: String
    var reason: String
  }

  /// An old head that was held against the log.
  struct SealedJSON: Encodable {
    /// The seal's file, or the head as it was written.
    var seal: String
    var position: UInt64
    var root: String
    var holds: Bool
    /// The root that the events have at that position; `null` where they end before it.
    @ExplicitNull var found: String?
  }

  var sound: Bool
  var head: UInt64
  var root: String?
  var streams: UInt64
  var texts: UInt64
  var findings: [FindingJSON]
  /// Only where old heads were given.
  var sealed: [SealedJSON]?

  init(_ found: Verification, places: [String]) {
    sound = found.findings.isEmpty && found.heads.allSatisfy { $0.outcome == .holds }
    head = found.head.position.rawValue
    root = found.head.root.description
    streams = found.streams
    texts = found.texts
    findings = found.findings.map { FindingJSON(place: $0.place, reason: $0.reason) }
    guard !places.isEmpty else { return }
    sealed = zip(places, found.heads).map { place, check in
      let root: String? =
        switch check.outcome {
        case .holds: check.head.root.description
        case .differs(let root): root.description
        case .beyond: nil
        }
      return SealedJSON(
        seal: place, position: check.head.position.rawValue, root: check.head.root.description,
        holds: check.outcome == .holds, found: root)
    }
  }

  /// An export that is not sound: its reading ended at the first thing that is wrong.
  init(_ error: TransferError, file: String) {
    sound = false
    head = 0
    streams = 0
    texts = 0
    findings = [FindingJSON(place: file, reason: error.description)]
  }
}
