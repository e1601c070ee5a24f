import ArgumentParser
struct FaultsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "faults")
  func run() async throws {}
}
