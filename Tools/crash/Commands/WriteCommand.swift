import ArgumentParser
import Foundation

/// The child: runs a scenario, under the preload library or until it is killed.
struct WriteCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write", abstract: "Run a scenario as a child does.", shouldDisplay: false)

  @Option var scenario: Scenario
  @Option(help: "The folder to work on.") var root: String
  @Option(help: "The log to take over.") var source = ""
  @Option(help: "Where to say what was acknowledged.") var notes: String
  @Option var plant: Plant?
  @Option(help: "An order to the preload library.") var fault: String?

  func run() async throws {
    let run = ScenarioRun(
      scenario: scenario, folder: ScenarioFolder(root: URL(filePath: root)),
      source: URL(filePath: source), notes: try NoteFile(at: notes), plant: plant, fault: fault)
    try await run.run()
  }
}
