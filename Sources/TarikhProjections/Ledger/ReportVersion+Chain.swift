internal import TarikhModel

extension ReportVersion {
  /// The versions that a chain of events makes, oldest first; they never overlap.
  ///
  /// The wording is that of the latest correction in force, else the report's own, as long as
  /// the report itself is in force. A change of the publication date that was recorded after
  /// the words dates them anew, where they depend on it.
  /// - Parameter chain: by position; the root first.
  /// - Complexity: O(*n* · *r*), *r* being retractions and changes of publication, plus one.
  static func versions(
    of chain: [ChainEvent], published: [PublicationSpan]
  ) -> [ReportVersion] {
    var versions: [ReportVersion] = []
    var contents = Wording(chain)
    for step in steps(chain, published) {
      contents.advance(to: step)
      let content = contents.current
      let since = content.map { publishedSince($0, at: step, published) } ?? .zero
      let last = versions.last.flatMap { $0.ending == nil ? $0 : nil }
      if let last, last.content == content?.position, last.publishedSince == since { continue }
      if last != nil {
        versions[versions.count - 1].ending = Ending(
          position: step, reason: content == nil ? .retracted : .replaced)
      }
      if let content {
        versions.append(
          ReportVersion(
            from: step, content: content.position, publishedSince: since, ending: nil))
      }
    }
    return versions
  }

  /// The positions at which something may change.
  private static func steps(
    _ chain: [ChainEvent], _ published: [PublicationSpan]
  ) -> [Position] {
    guard let root = chain.first else { return [] }
    let positions = chain.map(\.position)
    guard chain.contains(where: \.dependsOnPublication) else { return positions }
    return Set(positions + published.map(\.since).filter { $0 > root.position }).sorted()
  }

  private static func publishedSince(
    _ content: ChainEvent, at step: Position, _ published: [PublicationSpan]
  ) -> Position {
    guard content.dependsOnPublication else { return .zero }
    guard let span = published.last(where: { $0.since <= step }) else { return .zero }
    return span.since > content.position ? span.since : .zero
  }
}

/// Which event of a chain words the report, as the chain grows.
private struct Wording {
  private let chain: [ChainEvent]
  private var next = 0
  private(set) var current: ChainEvent?

  init(_ chain: [ChainEvent]) { self.chain = chain }

  /// Takes in the events up to `position`.
  mutating func advance(to position: Position) {
    while next < chain.count, chain[next].position <= position {
      next += 1
      take(chain[next - 1])
    }
  }

  private mutating func take(_ event: ChainEvent) {
    switch event.role {
    case .report, .fact: current = event
    case .correction: if current != nil { current = event }
    case .retraction: decideAnew()
    }
  }

  private mutating func decideAnew() {
    let seen = chain[..<next]
    let inForce = Retraction.inForce(
      seen.map { ($0.position, $0.role == .retraction ? $0.target : nil) })
    let standing = zip(seen, inForce).filter { $0.1 && $0.0.role != .retraction }.map(\.0)
    current = standing.first?.target == .zero ? standing.last : nil
  }
}
