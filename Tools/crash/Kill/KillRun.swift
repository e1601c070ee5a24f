import Foundation
import Tarikh
import TestSupport

/// Kills writers of one store after another, and looks at what is left each time.
struct KillRun {
  let count: Int
  let killsPerStore: Int
  private var random: SplitMix64
  private let work: URL
  private(set) var report = KillReport()

  init(count: Int, killsPerStore: Int, seed: UInt64, work: URL) {
    self.count = count
    self.killsPerStore = killsPerStore
    self.work = work
    random = SplitMix64(seed: seed)
  }

  /// The writers' map begins so small that it grows again and again.
  static var options: LMDBEventLogOptions {
    var options = LMDBEventLogOptions.usual(now: SystemClock.now)
    options.mapSize = 64 << 10
    return options
  }

  mutating func run(progress: (KillReport) -> Void) async throws {
    while report.kills < count {
      let root = work.appending(path: "store-\(report.stores)")
      try await run(on: root)
      report.stores += 1
      progress(report)
      try FileManager.default.removeItem(at: root)
    }
  }

  private mutating func run(on root: URL) async throws {
    let log = root.appending(path: "log")
    let place = root.appending(path: "notes")
    try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    for kill in 1...killsPerStore where report.kills < count {
      try await killWriter(of: log, notes: place)
      let isLast = kill == killsPerStore || report.kills == count
      do { try await check(log, place, isLast: isLast) } catch {
        report.findings.append("kill \(report.kills): \(error)")
        return
      }
    }
    report.acknowledged += try notes(at: place).done.count
  }

  private mutating func killWriter(of log: URL, notes: URL) async throws {
    let before = try lines(of: notes).count
    let child = Child(arguments: ["append", "--root", log.path, "--notes", notes.path])
    let errors = Pipe()
    let process = try child.start(output: FileHandle.nullDevice, errors: errors)
    // From the start of the process, from when it opens the log, or from when it has it open.
    let moments: [(Substring?, UInt64)] = [
      (nil, 60_000), ("opening", 4_000), ("opened", 8_000), ("opened", 30_000),
    ]
    let (word, span) = moments[Int(random.next() % 4)]
    while let word, process.isRunning, try !lines(of: notes).dropFirst(before).contains(word) {
      try await Task.sleep(for: .microseconds(200))
    }
    try await Task.sleep(for: .microseconds(Int(random.next() % span)))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    report.kills += 1
    let said = try lines(of: notes).dropFirst(before)
    if said.contains("opened") {
      report.whileAppending += 1
    } else if said.contains("opening") {
      report.whileOpening += 1
    }
    guard process.terminationReason == .exit else { return }
    report.ended += 1
    if process.terminationStatus != 0 {
      let text = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
      report.findings.append("kill \(report.kills): the writer failed: \(text)")
    }
  }

  private func check(_ folder: URL, _ place: URL, isLast: Bool) async throws {
    let notes = try notes(at: place)
    let appends = EndlessPlan.streams.flatMap { stream in
      let turns = notes.began.filter { $0.hasPrefix(stream + " ") }.count
      return (0..<turns).map { EndlessPlan.append($0, to: stream) }
    }
    guard FileManager.default.fileExists(atPath: folder.path) || !notes.done.isEmpty else { return }
    var options = Self.options
    options.pageChecking = .everyPage
    let log = try LMDBEventLog.open(at: folder, options: options)
    let check = LogCheck(appends: appends, notes: notes)
    if isLast {
      try await check.run(on: log)
    } else {
      try check.contents(of: log, isComplete: false)
      try check.sound(log)
    }
  }

  private func notes(at place: URL) throws -> Notes { Notes(try lines(of: place)) }

  /// Whole lines only: the last one may be cut off.
  private func lines(of place: URL) throws -> [Substring] {
    guard FileManager.default.fileExists(atPath: place.path) else { return [] }
    let text = String(decoding: try Data(contentsOf: place), as: UTF8.self)
    let whole = text.lastIndex(of: "\n").map { text[..<$0] } ?? ""
    return whole.split(separator: "\n")
  }
}
