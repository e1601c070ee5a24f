import Tarikh

/// The columns that every table of reports begins with.
enum ReportColumns {
  static func columns<Row>(_ report: @escaping (Row) -> Report) -> [Listing<Row>.Column] {
    [
      .init("when") { report($0).when?.edtf.description ?? "undated" },
      .init("kind") { report($0).kind.rawValue },
      .init("modality") { report($0).words },
      .init("speaker") { report($0).attribution?.speaker.rawValue ?? "" },
      .init("quantities") { report($0).quantities.map(\.words).joined(separator: "; ") },
    ]
  }
}

extension Report {
  /// The modality, with "not" where the report says that something is not so.
  var words: String { polarity == .negative ? "not \(modality.rawValue)" : modality.rawValue }
}

extension Quantity {
  var words: String { Figure.words(min: min, max: max, comparator: comparator, unit: unit) }
}

extension ClaimValue {
  var words: String {
    switch self {
    case .quantity(let quantity):
      Figure.words(
        min: quantity.min, max: quantity.max, comparator: quantity.comparator, unit: quantity.unit)
    case .status(let status): status
    case .date(let date): date.description
    case .text(let text): text
    case .cleared: "nothing"
    }
  }
}

/// Figures as people read them: `~2500 soldiers`.
enum Figure {
  static func words(
    min: Double?, max: Double?, comparator: Quantity.Comparator, unit: String
  ) -> String {
    let sign = comparator == .equal ? "" : comparator.rawValue
    let number =
      if let min, let max, min != max { "\(text(min))–\(text(max))" } else {
        (min ?? max).map(text) ?? "?"
      }
    return "\(sign)\(number) \(unit)"
  }

  private static func text(_ number: Double) -> String {
    Int64(exactly: number).map(String.init) ?? String(number)
  }
}
