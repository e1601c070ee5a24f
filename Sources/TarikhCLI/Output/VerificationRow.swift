import Tarikh

/// A row of what `verify` found: the whole, a finding, or an old head that was held against it.
struct VerificationRow {
  enum What: String {
    case log, finding, sealed
  }

  var what: What
  var place: String
  var holds: Bool
  var position: UInt64?
  var root: String
  var reason: String

  static func rows(_ found: Verification, places: [String]) -> [VerificationRow] {
    let json = VerificationJSON(found, places: places)
    let whole = VerificationRow(
      what: .log, place: "log", holds: json.sound, position: json.head, root: json.root ?? "",
      reason: "")
    let findings = json.findings.map {
      VerificationRow(
        what: .finding, place: $0.place, holds: false, position: nil, root: "", reason: $0.reason)
    }
    let sealed = (json.sealed ?? []).map { seal in
      VerificationRow(
        what: .sealed, place: seal.seal, holds: seal.holds, position: seal.position,
        root: seal.root, reason: seal.holds ? "" : "found \(seal.found ?? "no such position")")
    }
    return [whole] + findings + sealed
  }

  static var columns: [Listing<VerificationRow>.Column] {
    [
      .init("what") { $0.what.rawValue },
      .init("place") { $0.place },
      .init("holds") { "\($0.holds)" },
      .init("position") { $0.position.map(String.init) ?? "" },
      .init("root") { $0.root },
      .init("reason") { $0.reason },
    ]
  }
}

extension VerificationRow {
  /// An export that is not sound.
  init(_ error: TransferError, file: String) {
    self.init(
      what: .finding, place: file, holds: false, position: nil, root: "",
      reason: error.description)
  }
}
