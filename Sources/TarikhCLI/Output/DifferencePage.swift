import Tarikh

/// What two answers differ in, as a page for people: what was, what is, and whose word did it.
struct DifferencePage {
  private let difference: StateDifference

  init(_ difference: StateDifference) { self.difference = difference }

  var lines: [String] {
    var lines = [
      Emphasis.bold("--- \(side(difference.before))"),
      Emphasis.bold("+++ \(side(difference.after))"),
      "",
    ]
    for variable in difference.variables { lines += self.lines(of: variable) + [""] }
    return lines + [Emphasis.faint(Footing.line(difference.after))]
  }

  private func side(_ footing: AnswerFooting) -> String {
    let recorded = footing.asOf.recorded.map { " (\($0))" } ?? ""
    return "\(footing.asOf.valid?.description ?? "any day"), known at position "
      + "\(footing.asOf.position.rawValue)\(recorded)"
  }

  private func lines(of variable: StateDifference.Variable) -> [String] {
    let scope = variable.scope.map { " in \(text($0.rawValue))" } ?? ""
    var lines = [
      "\(Emphasis.bold(text(variable.subject.rawValue))) \(text(variable.attribute))\(scope): "
        + word(for: variable.change)
    ]
    if variable.change != .claims || variable.before?.certainty != variable.after?.certainty {
      if let before = variable.before { lines.append(Emphasis.red("- \(value(of: before))")) }
      if let after = variable.after { lines.append(Emphasis.green("+ \(value(of: after))")) }
    }
    for claim in variable.lost { lines += self.lines(of: claim, mark: "-") }
    for claim in variable.gained { lines += self.lines(of: claim, mark: "+") }
    return lines
  }

  private func word(for change: StateDifference.Change) -> String {
    switch change {
    case .appeared: "appeared"
    case .gone: "gone"
    case .changed: "changed"
    case .claims: "the same value, other claims"
    }
  }

  private func value(of state: State) -> String {
    "\(state.value.map { text($0.words) } ?? "no value") (\(state.certainty.rawValue))"
  }

  private func lines(of claim: StateClaim, mark: String) -> [String] {
    let speaker = claim.speaker.map { text($0.rawValue) } ?? "the article itself"
    let outlet = claim.outlet.map { ", \(text($0))" } ?? ""
    let first =
      "  \(mark) \(text(claim.value.words))  \(claim.valid.edtf?.description ?? "undated")  "
      + "\(speaker)\(outlet)  \(claim.event)"
    return [first] + (claim.quote.map { ["      «\(text($0))»"] } ?? [])
  }

  private func text(_ words: String) -> String {
    Bidirectional.isolate(Bidirectional.harmless(words))
  }
}
