public import EDTF

/// When an article was published, and how that is known.
public struct Publication: Hashable, Sendable {
  /// As fuzzy as the source is; `nil` when nothing is known.
  public var date: EDTFExpression?
  /// How the date is known.
  public var basis: Basis
  /// Why, in words, where the date was inferred or corrected.
  public var reason: String?

  public init(date: EDTFExpression?, basis: Basis, reason: String?) {
    self.date = date
    self.basis = basis
    self.reason = reason
  }

  /// How a date of publication is known.
  public enum Basis: String, Hashable, Sendable, CaseIterable {
    /// Said by whoever ingested the article.
    case given
    /// Read from front matter, a manifest or the page's own metadata.
    case metadata
    /// Read from the article's dateline.
    case dateline
    /// Worked out from the text; an interval.
    case inferred
    case unknown
  }
}
