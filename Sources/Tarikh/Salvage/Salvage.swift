public import TarikhModel

/// What was found in a damaged log.
public struct Salvage: Hashable, Sendable {
  /// How many events were found, and the head of the log as far as it is known.
  public var events: UInt64
  public var head: Position
  /// First and last positions of which no event was found.
  public var lost: [ClosedRange<UInt64>]
  /// Texts of articles that were not found.
  public var missingTexts: [Digest]

  /// Whether everything was found.
  public var isWhole: Bool { lost.isEmpty && missingTexts.isEmpty }
}
