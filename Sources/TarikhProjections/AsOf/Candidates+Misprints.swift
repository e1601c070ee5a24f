internal import TarikhModel

/// Figures that look like a slip of the pen: 25000 among 2500 and 3000.
extension [Candidate] {
  /// How many times away from every other figure a suspect is.
  static let misprintFactor = 5.0
  /// How many days apart two figures may be and still be compared.
  static let misprintDays = 365

  /// Flags figures that are far from every other figure of the variable within a year, where
  /// more sources give others than give it.
  ///
  /// Where that would be all of them, none is suspected: there is nothing to measure by.
  mutating func markMisprints() {
    let figures = indices.filter { self[$0].isValue && self[$0].figure != nil }
    let suspects = figures.filter { isSuspect(self[$0], among: figures.map { self[$0] }) }
    guard suspects.count < figures.count else { return }
    for index in suspects { self[index].isMisprintSuspected = true }
  }

  /// - Complexity: O(*n*), and much less where a figure of the same size is near.
  private func isSuspect(_ candidate: Candidate, among figures: [Candidate]) -> Bool {
    guard let figure = candidate.figure else { return false }
    var (supporters, others): (Set<String>, Set<String>) = ([], [])
    for near in figures where near.isWithinDays([Candidate].misprintDays, of: candidate) {
      if near.figure == figure {
        supporters.insert(near.voice)
      } else {
        guard near.isFar(from: figure) else { return false }
        others.insert(near.voice)
      }
    }
    return others.count > supporters.count
  }
}

extension Candidate {
  /// The number that stands for a figure or a bound; only positive ones are compared.
  fileprivate var figure: Double? {
    guard let number = quantity?.min ?? quantity?.max, number > 0 else { return nil }
    return number
  }

  /// A source with its figure: one article may quote two sources.
  fileprivate var voice: String { "\(source) \(figure ?? 0)" }

  fileprivate func isFar(from other: Double) -> Bool {
    guard let figure else { return false }
    return Swift.max(figure, other) >= [Candidate].misprintFactor * Swift.min(figure, other)
  }

  fileprivate func isWithinDays(_ days: Int, of other: Candidate) -> Bool {
    let (a, b) = (own.begin, other.own.begin)
    return a.first <= b.last + days && b.first <= a.last + days
  }
}
