import Tarikh

// How values of the model read in a table or on a page.

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
