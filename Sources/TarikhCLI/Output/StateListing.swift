import Tarikh

/// One claim with the state that it is about.
struct StateRow {
  var state: State
  var claim: StateClaim
}

extension AsOfAnswer {
  var rows: [StateRow] {
    states.flatMap { state in state.claims.map { StateRow(state: state, claim: $0) } }
  }
}

/// The columns of an as-of answer, one claim a row.
enum StateListing {
  /// The shape of a row.
  struct JSON: Encodable {
    var subject: String
    var attribute: String
    @ExplicitNull var scope: String?
    var conflict: String
    var claim: StateClaimJSON

    init(_ row: StateRow) {
      subject = row.state.subject.rawValue
      attribute = row.state.attribute
      _scope = ExplicitNull(wrappedValue: row.state.scope?.rawValue)
      conflict = row.state.conflict.rawValue
      claim = StateClaimJSON(row.claim)
    }
  }

  static var listing: Listing<StateRow> {
    Listing(
      columns: [
        .init("subject") { $0.state.subject.rawValue },
        .init("attribute") { $0.state.attribute },
        .init("scope") { $0.state.scope?.rawValue ?? "" },
        .init("value") { $0.claim.value.words },
        .init("preferred") { $0.claim.preferred ? "yes" : "" },
        .init("certainty") { $0.claim.certainty.rawValue },
        .init("conflict") { $0.state.conflict.rawValue },
        .init("valid") { $0.claim.valid.edtf?.description ?? "" },
        .init("speaker") { $0.claim.speaker?.rawValue ?? "" },
        .init("outlet") { $0.claim.outlet ?? "" },
        .init("event") { $0.claim.event.description },
        .init("flags") { $0.claim.flags.map(\.rawValue).joined(separator: " ") },
        .init("quote") { $0.claim.quote ?? "" },
      ],
      json: { JSON($0) })
  }
}
