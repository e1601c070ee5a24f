import Tarikh

/// A side of a variable that differs, or a claim that only one side has.
struct DifferenceRow {
  enum Side: String {
    /// What was preferred before and is now.
    case before, after
    /// Claims of one side only.
    case lost, gained
  }

  var variable: StateDifference.Variable
  var side: Side
  var value: ClaimValue?
  var certainty: ClaimCertainty
  /// `nil` for the value of a side.
  var claim: StateClaim?
}

extension StateDifference {
  /// Both values of each variable, then what it lost and gained.
  var rows: [DifferenceRow] {
    variables.flatMap { variable in
      let sides: [(DifferenceRow.Side, State?)] = [
        (.before, variable.before), (.after, variable.after),
      ]
      let claims =
        variable.lost.map { (DifferenceRow.Side.lost, $0) }
        + variable.gained.map { (DifferenceRow.Side.gained, $0) }
      return sides.compactMap { side, state in
        state.map {
          DifferenceRow(
            variable: variable, side: side, value: $0.value, certainty: $0.certainty, claim: nil)
        }
      }
        + claims.map { side, claim in
          DifferenceRow(
            variable: variable, side: side, value: claim.value, certainty: claim.certainty,
            claim: claim)
        }
    }
  }
}

/// The columns of a difference; as JSON it is one variable a line, with all that it holds.
enum DifferenceListing {
  static var columns: [Listing<DifferenceRow>.Column] {
    [
      .init("subject") { $0.variable.subject.rawValue },
      .init("attribute") { $0.variable.attribute },
      .init("scope") { $0.variable.scope?.rawValue ?? "" },
      .init("change") { $0.variable.change.rawValue },
      .init("side") { $0.side.rawValue },
      .init("value") { $0.value?.words ?? "" },
      .init("certainty") { $0.certainty.rawValue },
      .init("valid") { $0.claim?.valid.edtf?.description ?? "" },
      .init("speaker") { $0.claim?.speaker?.rawValue ?? "" },
      .init("outlet") { $0.claim?.outlet ?? "" },
      .init("published") { $0.claim?.published?.description ?? "" },
      .init("event") { $0.claim?.event.description ?? "" },
      .init("flags") { $0.claim?.flags.map(\.rawValue).joined(separator: " ") ?? "" },
      .init("quote") { $0.claim?.quote ?? "" },
    ]
  }
}
