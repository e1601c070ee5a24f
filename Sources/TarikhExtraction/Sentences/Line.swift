/// A line of an article and what it is for.
package struct Line: Hashable, Sendable {
  /// Indexes of its tokens, the line break left out.
  package var tokens: Range<Int>
  package var role: Role

  package enum Role: Hashable, Sendable {
    /// Running text: what reports are read from.
    case body
    /// The headline, or the heading of a section.
    case heading
    /// Who wrote it, and from where.
    case byline
    /// Page furniture: contacts, credits, links, weather, calls to comment.
    case furniture
  }
}
