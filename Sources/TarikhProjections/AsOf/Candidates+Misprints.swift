internal import TarikhModel

/// Figures that look like a slip of the pen: 25000 among 2500 and 3000.
extension [Candidate] {
  /// Flags figures that are far from every other figure of the variable within a year, where
  /// more sources give others than give it.
  ///
  /// Where that would be all of them, none is suspected: there is nothing to measure by.
  /// - Complexity: O(*n* log *n*).
  mutating func markMisprints() {
    let figures = indices.compactMap { Figure(self[$0], at: $0) }
    let suspects = MisprintSearch(figures).suspects
    guard suspects.count < figures.count else { return }
    for figure in suspects { self[figure.index].isMisprintSuspected = true }
  }
}

/// A figure or bound with the days on which it may have begun to hold.
struct Figure: Sendable {
  let index: Int
  let number: Double
  let source: String
  let days: ClosedRange<Int>

  /// `nil` for what is not compared: only values are, and only positive ones.
  init?(_ candidate: Candidate, at index: Int) {
    guard candidate.isValue, let quantity = candidate.quantity,
      let number = quantity.min ?? quantity.max, number > 0
    else { return nil }
    self.index = index
    self.number = number
    source = candidate.source
    days = candidate.own.begin.first...candidate.own.begin.last
  }

  /// The days on which another figure is near enough to be compared.
  var near: ClosedRange<Int> {
    days.lowerBound - Figure.comparedDays...days.upperBound + Figure.comparedDays
  }

  /// How many days apart two figures may be and still be compared.
  static let comparedDays = 365
  /// How many times away from every other figure a suspect is.
  static let factor = 5.0

  static func isFar(_ number: Double, from other: Double) -> Bool {
    max(number, other) >= factor * min(number, other)
  }
}
