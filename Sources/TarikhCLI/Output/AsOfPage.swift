import Tarikh

/// The state of things as a page for people: each variable, its preferred value, every rival.
struct AsOfPage {
  private let answer: AsOfAnswer

  init(_ answer: AsOfAnswer) { self.answer = answer }

  var lines: [String] {
    var lines = [Emphasis.bold(title), ""]
    for state in answer.states {
      lines.append(heading(of: state))
      for claim in state.claims { lines += self.lines(of: claim) }
      lines.append("")
    }
    return lines + [Emphasis.faint(Footing.line(answer.footing))]
  }

  private var title: String {
    let asOf = answer.footing.asOf
    var title = "State of things on \(asOf.valid?.description ?? "any day")"
    title += ", as known at position \(asOf.position.rawValue)"
    if let recorded = asOf.recorded { title += " (\(recorded))" }
    if let day = asOf.publishedBy { title += ", published by \(day)" }
    if let source = asOf.accordingTo { title += ", according to \(text(source))" }
    return title
  }

  private func heading(of state: State) -> String {
    let scope = state.scope.map { " in \(text($0.rawValue))" } ?? ""
    let value = state.value.map { text($0.words) } ?? "no value"
    let conflict =
      state.conflict == .none ? "" : Emphasis.yellow("  conflict: \(state.conflict.rawValue)")
    return "\(Emphasis.bold(text(state.subject.rawValue))) \(text(state.attribute))\(scope): "
      + "\(Emphasis.green(value)) (\(state.certainty.rawValue))\(conflict)"
  }

  private func lines(of claim: StateClaim) -> [String] {
    let flags =
      claim.flags.isEmpty ? "" : "  [\(claim.flags.map(\.rawValue).joined(separator: ", "))]"
    let speaker = claim.speaker.map { text($0.rawValue) } ?? "the article itself"
    let outlet = claim.outlet.map { ", \(text($0))" } ?? ""
    let valid = claim.valid.edtf?.description ?? "undated"
    let first =
      "  \(claim.preferred ? "▸" : " ") \(text(claim.value.words))  \(valid)  \(speaker)\(outlet)  "
      + "\(claim.event)\(flags)"
    return [first] + (claim.quote.map { ["      «\(text($0))»"] } ?? [])
  }

  private func text(_ words: String) -> String {
    Bidirectional.isolate(Bidirectional.harmless(words))
  }
}
