internal import EDTF
internal import TarikhModel

/// An article, and all that was ever said about its date of publication.
struct ArticleRecord: Hashable, Sendable {
  var stream: StreamName
  /// The position of the article's first event.
  var received: Position
  /// When it was recorded.
  var recorded: RecordedTime
  /// `nil` where that event was erased.
  var details: Details?
  /// By position.
  var changes: [Change]

  /// What the article says of itself.
  struct Details: Hashable, Sendable {
    var title: String?
    var outlet: String?
    var url: String?
    var language: String
    var publication: Publication
  }

  /// A re-dating, or a retraction of one.
  struct Change: Hashable, Sendable {
    var position: Position
    var address: EventAddress
    var kind: Kind

    enum Kind: Hashable, Sendable {
      case redated(Publication)
      case retracted(Position)
    }
  }

  static func key(_ stream: StreamName) -> ViewKey { ViewKey(.article).adding(stream.rawValue) }

  /// The dates of publication, oldest first; each change begins a span, also one that repeats.
  var published: [PublicationSpan] {
    var spans = [PublicationSpan(since: received, publication: details?.publication)]
    for count in changes.indices.map({ $0 + 1 }) {
      let seen = changes.prefix(count)
      let inForce = Retraction.inForce(seen.map { ($0.position, $0.kind.target) })
      let standing = zip(seen, inForce).compactMap { $1 ? $0.kind.publication : nil }
      spans.append(
        PublicationSpan(
          since: changes[count - 1].position, publication: standing.last ?? details?.publication))
    }
    return spans
  }
}

extension ArticleRecord.Change.Kind {
  var publication: Publication? {
    if case .redated(let publication) = self { publication } else { nil }
  }

  var target: Position? { if case .retracted(let target) = self { target } else { nil } }
}
