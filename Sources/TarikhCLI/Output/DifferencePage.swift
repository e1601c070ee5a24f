import Tarikh

/// What two answers differ in, as a diff for people, by subject: what was, what is, whose word did it.
///
/// Every line of a claim has its mark, so that it stays a diff where it is pasted.
struct DifferencePage {
  private let difference: StateDifference
  private let articles: [StreamName: ArticleEntry]
  private let endings: [EventAddress: LogPlace]
  private let screen: Screen

  /// - Parameters:
  ///   - articles: those whose titles are shown.
  ///   - endings: the events that took the place of claims that are lost, where any did.
  init(
    _ difference: StateDifference, articles: [StreamName: ArticleEntry],
    endings: [EventAddress: LogPlace], screen: Screen
  ) {
    self.difference = difference
    self.articles = articles
    self.endings = endings
    self.screen = screen
  }

  var lines: [String] {
    var lines = [
      Emphasis.red("--- \(side(difference.before))", on: screen),
      Emphasis.green("+++ \(side(difference.after))", on: screen),
    ]
    var subject: EntityID?
    for variable in difference.variables {
      if variable.subject != subject {
        subject = variable.subject
        lines += ["", Emphasis.bold(screen.text(variable.subject.rawValue), on: screen)]
      }
      lines += self.lines(of: variable)
    }
    return lines + ["", Emphasis.faint(Footing.line(difference.after), on: screen)]
  }

  private func side(_ footing: AnswerFooting) -> String {
    let recorded = footing.asOf.recorded.map { " (\($0))" } ?? ""
    return "\(footing.asOf.valid?.description ?? "any day"), known at position "
      + "\(footing.asOf.position.rawValue)\(recorded)"
  }

  private func lines(of variable: StateDifference.Variable) -> [String] {
    let scope = variable.scope.map { " in \(screen.text($0.rawValue))" } ?? ""
    let title = "@@ \(screen.text(variable.attribute))\(scope): \(word(for: variable.change)) @@"
    var lines = [Emphasis.cyan(title, on: screen)]
    if variable.change != .claims || variable.before?.certainty != variable.after?.certainty {
      if let before = variable.before { lines += marked("-", [(0, value(of: before))]) }
      if let after = variable.after { lines += marked("+", [(0, value(of: after))]) }
    }
    for claim in variable.lost { lines += marked("-", words(of: claim, isLost: true)) }
    for claim in variable.gained { lines += marked("+", words(of: claim, isLost: false)) }
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
    "\(state.value?.words ?? "no value") (\(state.certainty.rawValue))"
  }

  /// A claim, its words, and the article that it comes from, each with its indentation.
  private func words(of claim: StateClaim, isLost: Bool) -> [(Int, String)] {
    let article = articles[claim.article]
    let source = [
      claim.event.description, claim.outlet ?? "", article?.title.map { "«\($0)»" } ?? "",
      claim.published.map { "published \($0)" } ?? "",
    ].filter { !$0.isEmpty }.joined(separator: ", ")
    var lines = [
      (2, "\(claim.value.words), \(ClaimLine.valid(claim)), says \(ClaimLine.speaker(claim))")
    ]
    if let quote = claim.quote { lines.append((4, "«\(quote)»")) }
    lines.append((4, source))
    if isLost, let ending = endings[claim.event] {
      lines.append((4, "superseded by \(ending.event), recorded \(ending.recorded)"))
    }
    return lines
  }

  private func marked(_ mark: String, _ words: [(Int, String)]) -> [String] {
    let emphasis: Emphasis = mark == "-" ? .red : .green
    return words.flatMap { indentation, words in
      let text = Bidirectional.harmless(words)
      let wrapped =
        screen.width.map { Wrapping.lines(of: text, width: $0 - indentation - 2) } ?? [text]
      let margin = "\(mark) " + String(repeating: " ", count: indentation)
      return wrapped.map {
        emphasis(margin + Bidirectional.isolate($0, on: screen), on: screen)
      }
    }
  }
}
