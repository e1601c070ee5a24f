package import EDTF

extension DayBound {
  /// `YYYY-MM-DD`, `null` for an unknown side, `infinity` or `-infinity` for an open one.
  package func json(isStart: Bool) -> String? {
    switch self {
    case .day(let day): day.description
    case .unknown: nil
    case .open: isStart ? "-infinity" : "infinity"
    }
  }
}

extension EDTFExpression {
  /// Reads the expression at `path` of a line of JSON.
  static func read(_ text: String, at path: String) throws(InterchangeError) -> EDTFExpression {
    do {
      return try EDTFExpression(parsing: text)
    } catch {
      throw .notAllowed(path: path, found: "\"\(text)\"", allowed: "an EDTF date (ISO 8601-2)")
    }
  }
}
