import Foundation
import Tarikh

/// One fault, tried on copies of the store.
struct DamageTrial {
  let original: DamageStore
  let questions: DamageQuestions
  /// The lines of the sound store's export.
  let export: Set<String>
  let place: URL

  /// What a trial went through; each begins in a state of its own.
  enum Step: String {
    case verify, ask, rebuild, salvage
  }

  /// What the steps said.
  struct Outcome {
    var isNamed = false
    var errors = 0
    var findings: [String] = []
  }

  func run(_ fault: DamageFault, begin: (Step) -> Void) throws -> Outcome {
    var outcome = Outcome()
    begin(.verify)
    var wrong = try damaged(fault) { store in try verify(store, &outcome) }
    if !outcome.isNamed, !wrong.isEmpty {
      outcome.findings.append("verify named nothing, but \(Self.list(wrong)) changed")
    }
    begin(.ask)
    wrong = try damaged(fault) { store in ask(store, &outcome) }
    if !wrong.isEmpty { outcome.findings.append("wrong without verify: \(Self.list(wrong))") }
    if fault.file.hasPrefix("views") {
      begin(.rebuild)
      wrong = try damaged(fault) { store in try rebuild(store) }
      if !wrong.isEmpty { outcome.findings.append("wrong when rebuilt: \(Self.list(wrong))") }
    }
    if fault.file.hasPrefix("log") {
      begin(.salvage)
      wrong = try damaged(fault) { store in try salvage(store) }
      if !wrong.isEmpty { outcome.findings.append("salvaged wrongly: \(Self.list(wrong))") }
    }
    return outcome
  }

  private func damaged(
    _ fault: DamageFault, _ body: (DamageStore) throws -> [String]
  ) throws -> [String] {
    let store = try original.copy(to: place)
    try fault.apply(to: store)
    return try body(store)
  }

  /// What `tarikh verify` looks at; then, where it finds nothing, all questions.
  private func verify(_ store: DamageStore, _ outcome: inout Outcome) throws -> [String] {
    do {
      let timeline = try store.open(checking: true)
      let isSound = try timeline.log.verify { _, _ in }.findings.isEmpty
      let areViewsSound = try timeline.damagedViews().isEmpty
      outcome.isNamed = !isSound || timeline.viewDamage != nil || !areViewsSound
      guard !outcome.isNamed else { return [] }
      timeline.refreshViewsIfPossible()
      let answers = questions.wrongAnswers(of: timeline)
      if answers.errors > 0 {
        outcome.findings.append("verify named nothing, but \(answers.errors) questions fail")
      }
      return answers.wrong
    } catch {
      outcome.isNamed = true
      return []
    }
  }

  private func ask(_ store: DamageStore, _ outcome: inout Outcome) -> [String] {
    do {
      let timeline = try store.open()
      timeline.refreshViewsIfPossible()
      let answers = questions.wrongAnswers(of: timeline)
      outcome.errors = answers.errors
      return answers.wrong
    } catch {
      outcome.errors += 1
      return []
    }
  }

  /// Damaged views come back from the log, the same.
  private func rebuild(_ store: DamageStore) throws -> [String] {
    let timeline = try store.open(discardingViews: true)
    try timeline.updateViews()
    let answers = questions.wrongAnswers(of: timeline)
    return answers.wrong + (answers.errors > 0 ? ["\(answers.errors) errors"] : [])
  }

  /// What is salvaged was stored, but for texts that are lost.
  private func salvage(_ store: DamageStore) throws -> [String] {
    var wrong: [String] = []
    _ = try Timeline.salvage(storeAt: store.folder.path) { _, _ in
    } line: { line, done, _ in
      let line = String(decoding: line, as: UTF8.self)
      guard done > 0, !export.contains(line), !line.contains("article.received") else { return }
      wrong.append("line \(done)")
    }
    return wrong
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(4).joined(separator: ", ")
      + (names.count > 4 ? " and \(names.count - 4) more" : "")
  }
}
