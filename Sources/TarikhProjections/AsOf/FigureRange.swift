internal import TarikhModel

/// The numbers that a figure or a bound allows.
struct FigureRange: Hashable, Sendable {
  private var lower: Double
  private var upper: Double
  /// Whether the ends themselves are allowed.
  private var includesLower = true
  private var includesUpper = true

  /// By how much "about" may be off: a tenth either way.
  static let tolerance = 0.1

  init(_ quantity: ClaimedQuantity) {
    lower = quantity.min ?? -.infinity
    upper = quantity.max ?? .infinity
    switch quantity.comparator {
    case .about:
      lower -= lower.magnitude.isFinite ? lower.magnitude * FigureRange.tolerance : 0
      upper += upper.magnitude.isFinite ? upper.magnitude * FigureRange.tolerance : 0
    case .less: includesUpper = false
    case .greater: includesLower = false
    case .equal, .atMost, .atLeast: break
    }
  }

  /// Whether some number is allowed by both.
  func isCompatible(with other: FigureRange) -> Bool {
    let (low, high) = (max(lower, other.lower), min(upper, other.upper))
    guard low == high else { return low < high }
    return allows(low) && other.allows(low)
  }

  private func allows(_ number: Double) -> Bool {
    (includesLower ? number >= lower : number > lower)
      && (includesUpper ? number <= upper : number < upper)
  }
}
