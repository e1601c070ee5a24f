import Tarikh

/// What the demo does, step by step, with the commands that a person would give.
struct DemoStory {
  let timeline: Timeline
  let clock: DemoClock

  func tell() async throws {
    try await ingest()
    try await correctMisprint()
    for day in ["2024-12-05", "2025-01-12", "2025-02-15"] {
      try show("tarikh as-of \(day)", on: day, knownAt: .head)
    }
    try say("What was known when: the same question, asked before the correction was recorded")
    let subject = "--subject actor:france --attribute troop-level"
    try show(
      "tarikh as-of 2024-12-05 \(subject) --known-at 2025-01-13", on: "2024-12-05",
      knownAt: try instant("2025-01-13T23:59:59Z"), subject: "actor:france",
      attribute: "troop-level")
    try show(
      "tarikh as-of 2024-12-05 \(subject)", on: "2024-12-05", knownAt: .head,
      subject: "actor:france", attribute: "troop-level")
  }

  private func ingest() async throws {
    try say("Seven articles about one withdrawal, each recorded on the day it was published")
    for article in try await SampleArticles.all() {
      if let day = article.publication?.date?.bounds.latest.day { clock.set(to: day) }
      let outcome = try await timeline.ingest(article)
      guard case .stored(let stream, let reports) = outcome else { continue }
      let title = Bidirectional.isolate(article.title ?? "")
      try Console.line("  \(stream)  \(reports) reports  \(title)")
    }
    try timeline.updateViews()
    try Console.line("")
  }

  /// A desk corrects the figure that stands out; the original stays readable.
  private func correctMisprint() async throws {
    let query = AsOfQuery(
      asOf: AsOf(valid: day("2025-01-12"), knownAt: .head, publishedBy: nil, accordingTo: nil),
      subject: nil, attribute: "troop-level", policy: .ontology)
    let claims = try timeline.state(query).states.flatMap(\.claims)
    guard let misprint = claims.first(where: { $0.flags.contains(.misprintSuspected) }),
      case .reported(var report)? = try timeline.log.event(at: misprint.event)?.payload
    else { return }
    report.quantities = report.quantities.map { quantity in
      var quantity = quantity
      quantity.min = 1000
      quantity.max = 1000
      return quantity
    }
    clock.set(to: day("2025-01-14"))
    _ = try await timeline.correct(
      misprint.event, with: report, reason: "the outlet corrected a misprint on 14 January",
      by: "demo desk")
    try timeline.updateViews()
    try say("A figure stood out; a desk corrects it: tarikh correct \(misprint.event) …")
    try Console.line("")
  }

  private func show(
    _ command: String, on text: String, knownAt: KnownAt, subject: String? = nil,
    attribute: String? = nil
  ) throws {
    try say("$ \(command)")
    let asOf = AsOf(valid: day(text), knownAt: knownAt, publishedBy: nil, accordingTo: nil)
    let query = AsOfQuery(
      asOf: asOf, subject: subject.map(EntityID.init(rawValue:)), attribute: attribute,
      policy: .ontology)
    for line in AsOfPage(try timeline.state(query), screen: .output).lines {
      try Console.line(line)
    }
    try Console.line("")
  }

  private func say(_ text: String) throws { try Console.line(Emphasis.bold("— \(text)")) }

  private func day(_ text: String) -> Day {
    guard let day = Day(text) else { preconditionFailure("\(text) is no day") }
    return day
  }

  private func instant(_ text: String) throws -> KnownAt {
    guard let instant = RecordedTime(text) else { preconditionFailure("\(text) is no time") }
    return .instant(instant)
  }
}
