internal import TarikhModel

/// From which position on an article has which date of publication.
struct PublicationSpan: Hashable, Sendable {
  var since: Position
  /// `nil` where the article's first event was erased.
  var publication: Publication?
}

extension [PublicationSpan] {
  /// What is known at `position`.
  func known(at position: Position) -> Publication? {
    last { $0.since <= position }?.publication
  }
}
