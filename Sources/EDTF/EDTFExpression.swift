/// An Extended Date/Time Format expression, level 0 to 2 (ISO 8601-2:2019, Annex A).
///
/// A value is always valid: the only ways in are the parser and the constructors, and
/// `description` gives back the text that was parsed. Where published readings of the standard
/// disagree, the strict one holds: no masked negative year, no spaces, no `24:00`, no `Y` before
/// a year of four digits, every date exists in the calendar, and an interval has at least one
/// dated side and does not run backwards.
public struct EDTFExpression: Sendable {
  /// The expression as it was written.
  public let description: String
  /// First and last possible day.
  public let bounds: DayBounds
  /// What it is made of.
  public let syntax: EDTFSyntax

  /// Reads one expression; the whole of `text` must be consumed.
  ///
  /// - Complexity: O(*n*) in the length of `text`.
  public init(parsing text: String) throws(EDTFError) {
    var parser = EDTFParser(text)
    do {
      syntax = try parser.expression()
    } catch {
      let offset = parser.scalars(before: error.position)
      switch error.reason {
      case .syntax: throw .notAnExpression(text, offset: offset)
      case .yearOutOfRange: throw .yearOutOfRange(text, offset: offset)
      }
    }
    guard let bounds = syntax.bounds else { throw .notAnExpression(text, offset: 0) }
    self.bounds = bounds
    description = text
  }

  /// The expression of a tree, or `nil` when a date in it does not exist or it runs backwards.
  init?(_ syntax: EDTFSyntax) {
    guard let bounds = syntax.bounds else { return nil }
    self.syntax = syntax
    self.bounds = bounds
    description = syntax.description
  }
}

extension EDTFExpression: Hashable {
  /// Equal when written alike: `2024` and `?2024` differ, and so do `2004-06~-01` and `2004-06-01`.
  public static func == (a: EDTFExpression, b: EDTFExpression) -> Bool {
    a.description == b.description
  }

  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension EDTFExpression: LosslessStringConvertible {
  /// Reads one expression, like ``init(parsing:)``; `nil` where that throws.
  public init?(_ text: String) {
    guard let parsed = try? EDTFExpression(parsing: text) else { return nil }
    self = parsed
  }
}
