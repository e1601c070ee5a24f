import Tarikh

/// The state of things as a page for people: each variable, its preferred value, every rival.
struct AsOfPage {
  private let answer: AsOfAnswer
  private let screen: Screen

  init(_ answer: AsOfAnswer, screen: Screen) {
    self.answer = answer
    self.screen = screen
  }

  var lines: [String] {
    var lines = wrapped(title).map { Emphasis.bold($0, on: screen) } + [""]
    for state in answer.states {
      lines.append(heading(of: state))
      if let width = screen.width {
        lines += ClaimColumns(screen: screen, width: width).lines(of: state.claims)
      } else {
        for claim in state.claims { lines += self.lines(of: claim) }
      }
      lines.append("")
    }
    return lines + wrapped(Footing.line(answer.footing)).map { Emphasis.faint($0, on: screen) }
  }

  private func wrapped(_ text: String) -> [String] {
    screen.width.map { Wrapping.lines(of: text, width: $0) } ?? [text]
  }

  private var title: String {
    let asOf = answer.footing.asOf
    var title = "State of things on \(asOf.valid?.description ?? "any day")"
    title += ", as known at position \(asOf.position.rawValue)"
    if let recorded = asOf.recorded { title += " (\(recorded))" }
    if let day = asOf.publishedBy { title += ", published by \(day)" }
    if let source = asOf.accordingTo { title += ", according to \(screen.text(source))" }
    return title
  }

  private func heading(of state: State) -> String {
    let scope = state.scope.map { " in \(screen.text($0.rawValue))" } ?? ""
    let value = state.value.map { screen.text($0.words) } ?? "no value"
    let conflict =
      state.conflict == .none
      ? "" : Emphasis.yellow("  conflict: \(state.conflict.rawValue)", on: screen)
    return "\(Emphasis.bold(screen.text(state.subject.rawValue), on: screen)) "
      + "\(screen.text(state.attribute))\(scope): "
      + "\(Emphasis.green(value, on: screen)) (\(state.certainty.rawValue))\(conflict)"
  }

  private func lines(of claim: StateClaim) -> [String] {
    let flags =
      claim.flags.isEmpty ? "" : "  [\(claim.flags.map(\.rawValue).joined(separator: ", "))]"
    let first =
      "  \(claim.preferred ? "▸" : " ") \(ClaimLine.words(claim, on: screen))\(flags)"
    return [first] + (claim.quote.map { ["      «\(screen.text($0))»"] } ?? [])
  }
}
