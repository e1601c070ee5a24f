package import TarikhModel

/// Decides what an append does, from what its stream holds: one rule for every backend.
///
/// | ids of the batch | answer |
/// |---|---|
/// | none is in the stream | stored if the stream is as expected, else refused |
/// | all are, in this order, in a row, where they were expected to go | stored already |
/// | part is, or all are elsewhere or in another order | refused |
package enum AppendRule {
  package enum Answer: Hashable, Sendable {
    /// Store the events from this revision on.
    case store(from: Revision)
    /// All of them are stored already, here.
    case stored(ClosedRange<Revision>)
    case refuse
  }

  /// The answer to a batch for a stream whose last revision is `last`.
  ///
  /// `known` has an element for each event of the batch: the revision in the stream that has
  /// its id, or `nil`.
  package static func answer(
    expecting expected: ExpectedRevision, last: Revision?, known: [Revision?]
  ) -> Answer {
    guard known.contains(where: { $0 != nil }) else {
      guard expected.allows(last) else { return .refuse }
      return .store(from: last.map { Revision(rawValue: $0.rawValue + 1) } ?? .zero)
    }
    guard let stored = consecutive(known), expected.wouldHaveStored(at: stored.lowerBound) else {
      return .refuse
    }
    return .stored(stored)
  }

  /// The revisions as one range, if every one is known and each follows the one before.
  private static func consecutive(_ known: [Revision?]) -> ClosedRange<Revision>? {
    guard let first = known.first ?? nil else { return nil }
    for (offset, revision) in known.enumerated() {
      guard revision?.rawValue == first.rawValue + UInt64(offset) else { return nil }
    }
    return first...Revision(rawValue: first.rawValue + UInt64(known.count - 1))
  }
}

extension ExpectedRevision {
  /// Whether an append that expected this can have put its first event at `first`.
  fileprivate func wouldHaveStored(at first: Revision) -> Bool {
    switch self {
    case .any: true
    case .noStream: first == .zero
    case .streamExists: first > .zero
    case .exactly(let last): first.rawValue > 0 && first.rawValue - 1 == last.rawValue
    }
  }
}
