public import EDTF

/// Finds Arabic date expressions and says what they mean.
///
/// A pure function of the text, the reference day and the tables in `Data`.
public struct DateRecognizer: Sendable {
  public init() {}

  /// The date expressions of `text` in reading order, none overlapping another.
  ///
  /// - Parameter reference: the day that "yesterday" is relative to; without it relative
  ///   expressions are found, with `edtf == nil` and their rule in `relative`.
  /// - Complexity: O(*n*) in the length of the text.
  public func mentions(in text: String, reference: Day?) -> [DateMention] { [] }
}
