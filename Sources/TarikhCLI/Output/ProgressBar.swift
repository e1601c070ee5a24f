import Foundation

/// Tells a person at a terminal how far long work has come, at most ten times a second.
final class ProgressBar {
  private let label: String
  private let isShown: Bool
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private var last: ContinuousClock.Instant?

  init(_ label: String, isQuiet: Bool) {
    self.label = label
    isShown = Terminal.errorIsTerminal && !isQuiet
    start = clock.now
  }

  /// Shows that `done` of `total` is done.
  func show(_ done: UInt64, of total: UInt64) {
    guard isShown else { return }
    let now = clock.now
    if let last, now - last < .milliseconds(100), done < total { return }
    last = now
    let seconds = Double((now - start).components.seconds) + 0.001
    let rate = Double(done) / seconds
    let left = rate > 0 && total > done ? Double(total - done) / rate : 0
    let percent = total == 0 ? 100 : 100 * Double(done) / Double(total)
    write(
      "\r\u{1B}[K\(label) \(whole(percent)) %  \(done)/\(total)  \(whole(rate))/s  "
        + "\(whole(left)) s left")
  }

  /// An import says itself how much it holds, so no figure is taken to be small.
  private func whole(_ number: Double) -> Int { Int(exactly: number.rounded(.down)) ?? .max }

  /// Takes the bar off the terminal.
  func finish() {
    if isShown, last != nil { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}
