public import TarikhModel

/// What an export that was salvaged from a damaged log lacks.
public struct SalvageNote: Codable, Hashable, Sendable {
  /// First and last position of each stretch of which no event was found.
  public var lost: [[UInt64]]
  /// Texts of articles that were not found.
  public var missingTexts: [String]

  public init(lost: [ClosedRange<UInt64>], missingTexts: [Digest]) {
    self.lost = lost.map { [$0.lowerBound, $0.upperBound] }
    self.missingTexts = missingTexts.map(\.description)
  }

  /// Whether nothing is lacking.
  public var isWhole: Bool { lost.isEmpty && missingTexts.isEmpty }
}
