/// An Extended Date/Time Format expression, level 0 to 2 (ISO 8601-2:2019, Annex A).
///
/// A value is always valid: the only way in is the parser, and `description` gives back the
/// text that was parsed.
public struct EDTFExpression: Hashable, Sendable {
  /// The expression as it was written.
  public let description: String
  /// First and last possible day.
  public let bounds: DayBounds

  /// Reads one expression; the whole of `text` must be consumed.
  public init(parsing text: String) throws(EDTFError) {
    throw EDTFError.notAnExpression(text, offset: 0)
  }
}

/// Why a text is not EDTF.
public enum EDTFError: Error, Hashable, Sendable {
  /// No reading of `text` as EDTF; `offset` counts Unicode scalars to the first that fits no rule.
  case notAnExpression(String, offset: Int)
}
