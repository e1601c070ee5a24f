public import TarikhModel

/// An append-only log of events in streams. Knows nothing of how it is stored.
public protocol EventLog: Sendable {
  /// Appends `events` to `stream`, whole or not at all, and answers after they are durable.
  ///
  /// `texts` are article texts that the events refer to by digest; stored in the same commit.
  func append(
    _ events: [NewEvent], texts: [ArticleText], to stream: StreamName,
    expecting expected: ExpectedRevision
  ) async throws(AppendError) -> AppendReceipt
}

/// The full text of an article, kept apart from the events, by its digest.
public struct ArticleText: Hashable, Sendable {
  public var digest: Digest
  public var text: String

  public init(digest: Digest, text: String) {
    self.digest = digest
    self.text = text
  }
}

/// Where appended events went.
public struct AppendReceipt: Hashable, Sendable {
  /// First and last revision; `nil` when there was nothing to append.
  public var revisions: ClosedRange<Revision>?
  /// Position of the last of them, or the head when there was nothing to append.
  public var position: Position
  /// Whether every event was already stored by an earlier try.
  public var wasAlreadyStored: Bool

  public init(revisions: ClosedRange<Revision>?, position: Position, wasAlreadyStored: Bool) {
    self.revisions = revisions
    self.position = position
    self.wasAlreadyStored = wasAlreadyStored
  }
}

/// Why an append stored nothing.
public enum AppendError: Error, Hashable, Sendable {
  /// Another writer came first. Read on from `actual`, decide again, append again.
  case wrongExpectedRevision(ExpectedRevision, actual: Revision?)
}
