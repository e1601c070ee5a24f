internal import TarikhLog
public import TarikhModel
public import TarikhProjections

/// A value with the event that says so, the article of that, and the words around the quote.
public struct Blame: Hashable, Sendable {
  public var subject: EntityID
  public var attribute: String
  public var scope: EntityID?
  public var claim: StateClaim
  /// When the event was recorded.
  public var recorded: RecordedTime?
  /// `nil` for desk entries, and where the article's event was erased.
  public var title: String?
  public var url: String?
  /// The article's words before and after the quote; empty where its text is not there.
  public var before = ""
  public var after = ""

  init(of claim: StateClaim, _ state: State, in log: any EventLog, context: Int) throws {
    subject = state.subject
    attribute = state.attribute
    scope = state.scope
    self.claim = claim
    recorded = try log.event(at: claim.position)?.recorded
    guard let first = try log.events(in: claim.article, from: .zero, limit: 1).first,
      case .articleReceived(let article) = first.payload
    else { return }
    title = article.title
    url = article.url
    guard let range = claim.range, let text = try log.text(for: article.text) else { return }
    let scalars = Array(text.unicodeScalars)
    guard range.start >= 0, range.start <= range.end, range.end <= scalars.count else { return }
    before = String(
      String.UnicodeScalarView(scalars[max(0, range.start - context)..<range.start]))
    after = String(
      String.UnicodeScalarView(scalars[range.end..<min(scalars.count, range.end + context)]))
  }
}
