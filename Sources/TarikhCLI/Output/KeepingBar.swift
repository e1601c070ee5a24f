import Tarikh

/// The progress of a backup, a restore or a compaction: a bar for each of its steps.
struct KeepingBar {
  private let isQuiet: Bool
  private let interruption: Interruption
  private var label = ""
  private var bar: ProgressBar?

  init(isQuiet: Bool, interruption: Interruption) {
    self.isQuiet = isQuiet
    self.interruption = interruption
  }

  /// Shows a step, and throws where the person asked to stop.
  mutating func show(_ step: KeepingProgress) throws {
    try interruption.check("nothing was changed and nothing left behind")
    switch step {
    case .copying(let bytes, let total): show("copying, bytes", bytes, of: total)
    case .verifying(let events, let total): show("checking, events", events, of: total)
    case .buildingViews(let events, let total): show("views, events", events, of: total)
    }
  }

  private mutating func show(_ label: String, _ done: UInt64, of total: UInt64) {
    if label != self.label {
      finish()
      bar = ProgressBar(label, isQuiet: isQuiet)
      self.label = label
    }
    bar?.show(done, of: total)
  }

  /// Takes the bar off the terminal.
  func finish() { bar?.finish() }
}
