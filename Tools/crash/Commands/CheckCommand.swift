import ArgumentParser
import Foundation

/// The child that looks at images: if one of them crashes it, its parent goes on after it.
struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look at images as a child does.", shouldDisplay: false)

  @Option var scenario: Scenario
  @Option(help: "Where the recording lies.") var work: String
  @Option var images: Int
  @Option var seed: UInt64
  @Option var from: Int
  @Option var stride: Int
  @Flag var lenient = false

  func run() async throws {
    let work = URL(filePath: work)
    let trace = work.appending(path: "trace").path
    let base = ScenarioBase(
      scenario: scenario, folder: work.appending(path: "base"),
      source: work.appending(path: "source"))
    let recording = Recording(
      scenario: scenario, base: base, root: work.appending(path: "root"), trace: trace,
      calls: try TraceReader.calls(at: trace))
    let cuts = PowerCuts(
      recording: recording, images: images, seed: seed, isLenient: lenient,
      stride: stride, work: work)
    try await cuts.run(from: from) { image, finding in
      let line =
        finding.map { "finding\t\(image.call)\t\(image): \($0)" } ?? "sound\t\(image.call)"
      // At once, unlike `print`: the next image may end this process.
      FileHandle.standardOutput.write(Data("\(line)\n".utf8))
    }
  }
}
