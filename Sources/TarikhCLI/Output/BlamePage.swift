import Tarikh

/// The way from a value to its words, for people.
struct BlamePage {
  private let blame: Blame
  private let screen: Screen

  init(_ blame: Blame, screen: Screen) {
    self.blame = blame
    self.screen = screen
  }

  var lines: [String] {
    let claim = blame.claim
    let scope = blame.scope.map { " in \(screen.text($0.rawValue))" } ?? ""
    return [
      "\(claim.preferred ? "▸" : " ") \(screen.text(claim.value.words))\(scope)  "
        + ClaimLine.valid(claim),
      "    said by    \(screen.text(ClaimLine.speaker(claim)))",
      "    event      \(claim.event), recorded \(blame.recorded?.description ?? "?")",
      "    article    \(screen.text(blame.title ?? claim.article.rawValue))"
        + (claim.outlet.map { ", \(screen.text($0))" } ?? "")
        + (claim.published.map { ", published \($0)" } ?? "")
        + (blame.url.map { ", \(screen.text($0))" } ?? ""),
      "    words      \(Bidirectional.isolate("…\(words)…", on: screen))",
      "",
    ]
  }

  /// The quote among its neighbours, made harmless before it is emphasised, which takes an escape.
  private var words: String {
    Bidirectional.harmless(blame.before)
      + Emphasis.bold(Bidirectional.harmless(blame.claim.quote ?? ""), on: screen)
      + Bidirectional.harmless(blame.after)
  }
}
