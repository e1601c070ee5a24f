import ArgumentParser

/// Takes the power away, kills and breaks disks, on purpose, and looks at what is left.
@main
struct CrashCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh-crash",
    abstract: "Show that what was acknowledged survives kills, power cuts and failing disks.",
    discussion: """
      EXAMPLES:
        swift run -c release tarikh-crash kill --count 5000
        swift run -c release tarikh-crash power --images 20
        swift run -c release tarikh-crash power --scenario append --plant no-sync
        swift run -c release tarikh-crash faults
        swift run -c release tarikh-crash damage --faults 20000
      """,
    subcommands: [
      KillCommand.self, PowerCommand.self, FaultsCommand.self, DamageCommand.self,
      WriteCommand.self,
      CheckCommand.self, AppendCommand.self, FailCommand.self, TrialCommand.self,
    ])
}
