import Foundation

/// Tries faults in children, one after the other; a child that dies or hangs is replaced.
struct DamageRun {
  let place: DamagePlace
  let seed: UInt64
  let numbers: Range<Int>
  let swapping: Bool
  let lengths: [String: Int]
  private(set) var report = DamageReport()

  /// A fault takes some hundredths of a second; this long is a hang.
  private static let patience = 60.0

  init(
    place: DamagePlace, seed: UInt64, numbers: Range<Int>, swapping: Bool, lengths: [String: Int]
  ) {
    self.swapping = swapping
    self.place = place
    self.seed = seed
    self.numbers = numbers
    self.lengths = lengths
  }

  mutating func run(progress: (String) -> Void) throws {
    var next = numbers.lowerBound
    while next < numbers.upperBound { next = try runChild(from: next, progress) }
  }

  /// Runs a child until it has tried everything or ended early; gives the next fault to try.
  private mutating func runChild(from start: Int, _ progress: (String) -> Void) throws -> Int {
    let child = Child(
      arguments: [
        "trial", "--work", place.work.path, "--seed", "\(seed)", "--from", "\(start)", "--until",
        "\(numbers.upperBound)",
      ] + (swapping ? ["--swaps"] : []))
    let output = Pipe()
    let process = try child.start(output: output, errors: FileHandle.nullDevice)
    var lines = ChildLines(output.fileHandleForReading.fileDescriptor)
    var next = start
    var step = "begin"
    var didHang = false
    while let line = lines.next(patience: Self.patience, didHang: &didHang) {
      let parts = line.split(separator: "\t", maxSplits: 2).map(String.init)
      guard parts.count == 3, let number = Int(parts[1]) else { continue }
      switch parts[0] {
      case "step": step = parts[2]
      case "finding":
        report.findings.append("fault \(number): \(parts[2])")
        progress("seed \(seed), fault \(number): \(parts[2])")
      default:
        next = number + 1
        count(parts[2])
        if report.faults.isMultiple(of: 500) { progress(report.line) }
      }
    }
    if didHang { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    guard next < numbers.upperBound else { return next }
    guard step != "begin" else {
      throw CrashError("the child does not begin: \(process.terminationStatus)")
    }
    try noteEnd(of: process, at: next, step, didHang: didHang)
    return next + 1
  }

  private mutating func count(_ end: String) {
    report.faults += 1
    if end == "named" { report.named += 1 } else { report.unchanged += 1 }
  }

  /// A child that ended early: by a signal that the command's guard catches, or otherwise.
  private mutating func noteEnd(
    of process: Process, at number: Int, _ step: String, didHang: Bool
  ) throws {
    report.faults += 1
    let fault = DamageFault(number, seed: seed, lengths: lengths, swapping: swapping)
    let isFault =
      process.terminationReason == .uncaughtSignal
      && [SIGSEGV, SIGBUS, SIGABRT].contains(process.terminationStatus)
    if isFault, !didHang, step == "ask" {
      report.faulted += 1
      return
    }
    let what = didHang ? "hangs" : "ends with \(process.terminationStatus)"
    report.findings.append("fault \(number): \(fault): \(step) \(what)")
  }
}
