import ArgumentParser
struct KillCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "kill")
  func run() async throws {}
}
