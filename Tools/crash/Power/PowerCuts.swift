import Foundation
import TestSupport

/// Cuts the power at calls of a recording, and looks at what may be left.
struct PowerCuts {
  let recording: Recording
  /// Images built at each cut, at least three.
  let images: Int
  let seed: UInt64
  let isLenient: Bool
  /// Only every so many calls are cut; 1 for all of them.
  let stride: Int
  /// A folder for the images.
  let work: URL

  /// Tells `report` of every image whether it is sound, from the call `first` on.
  func run(from first: Int, report: (Image, Finding?) -> Void) async throws {
    let scratch = work.appending(path: "scratch")
    try FileManager.default.createDirectory(at: scratch, withIntermediateDirectories: true)
    let check = ScenarioCheck(
      recording.scenario, source: recording.base.source, scratch: scratch)
    var disk = try Disk(
      holding: recording.base.folder, tracedAs: recording.root.path, isLenient: isLenient)
    var notes = Notes()
    for (index, call) in recording.calls.enumerated() {
      if index >= first, call.isCutPoint, (index + Int(seed % 1024)).isMultiple(of: stride) {
        try await cut(at: index, call, disk, notes, check, report)
      }
      try disk.apply(call)
      if case .noted(let line) = call { notes.add(line[...]) }
    }
    // After the last call, whose notes count.
    if recording.calls.count >= first {
      try await cut(at: recording.calls.count, nil, disk, notes, check, report)
    }
  }

  /// One image at one cut.
  struct Image: Hashable, CustomStringConvertible {
    var call: Int
    var number: Int
    var choice: DiskChoice

    var description: String { "call \(call), image \(number) (\(choice))" }
  }

  private func cut(
    at index: Int, _ call: TraceCall?, _ disk: Disk, _ notes: Notes, _ check: ScenarioCheck,
    _ report: (Image, Finding?) -> Void
  ) async throws {
    // What was in progress may have happened, in part.
    var torn = disk
    if let call { try torn.begin(call) }
    for number in 0..<max(3, images) {
      let choice: DiskChoice =
        switch number {
        case 0: .nothing
        case 1: .everything
        case 2: .lastWrite
        default: .random
        }
      var random = SplitMix64(seed: seed &+ UInt64(index) << 20 &+ UInt64(number))
      let folder = work.appending(path: "image")
      try? FileManager.default.removeItem(at: folder)
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try (number == 1 ? disk : torn).lay(choice, into: folder, using: &random)
      let image = Image(call: index, number: number, choice: choice)
      do {
        try await check.run(on: folder, notes: notes)
        report(image, nil)
      } catch let finding as Finding {
        report(image, finding)
      } catch {
        report(image, Finding("\(error)"))
      }
    }
  }
}
