import Foundation
import Tarikh

/// The sizes of a store's files and of this process at one moment.
struct SoakSample {
  let step: String
  let seconds: Int64
  let events: UInt64
  let logFile: UInt64
  let logLive: UInt64
  let viewFile: UInt64
  let viewLive: UInt64
  /// What the process takes of the memory, the mapped pages of the files included.
  let residentBytes: Int
  /// The same without what is mapped from files.
  let anonymousBytes: Int

  init(of timeline: Timeline, after step: String, at time: Duration) throws {
    let stats = try timeline.stats()
    self.step = step
    seconds = time.components.seconds
    events = stats.events
    logFile = stats.logFile.fileBytes
    logLive = stats.logFile.liveBytes
    viewFile = stats.viewFile.fileBytes
    viewLive = stats.viewFile.liveBytes
    residentBytes = MemoryUse.residentBytes
    anonymousBytes = MemoryUse.anonymousBytes
  }

  var logRatio: Double { Double(logFile) / Double(max(logLive, 1)) }
  var viewRatio: Double { Double(viewFile) / Double(max(viewLive, 1)) }

  static let heading =
    "    s  after     events    log MB (live)   ×      views MB (live)   ×      MB of memory (all)"

  var line: String {
    func megabytes(_ bytes: UInt64) -> String { decimal(Double(bytes) / 1_048_576, 1) }
    return [
      padded("\(seconds)", 5), step.padding(toLength: 8, withPad: " ", startingAt: 0),
      padded("\(events)", 8),
      padded(megabytes(logFile), 8), padded("(\(megabytes(logLive)))", 8), decimal(logRatio, 3),
      padded(megabytes(viewFile), 10), padded("(\(megabytes(viewLive)))", 8),
      decimal(viewRatio, 3), padded("\(anonymousBytes >> 20)", 9), "(\(residentBytes >> 20))",
    ].joined(separator: "  ")
  }

  private func padded(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private func decimal(_ number: Double, _ digits: Int) -> String {
    String(format: "%.\(digits)f", number)
  }
}
