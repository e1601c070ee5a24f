import ArgumentParser
import Tarikh

/// The `tarikh` command: parses, calls the facade, prints.
@main
struct TarikhCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tarikh",
    abstract: "What was the state of things on a day, as known when, according to whom?",
    discussion: """
      Tarikh reads news articles, Arabic first, keeps what they report as a log of dated \
      events, and answers from it with the sentence that says so.

      EXAMPLES:
        tarikh demo
        tarikh ingest articles/ --published 2025-10-02
        tarikh as-of 2025-10-02 --subject actor:us --attribute troop-level
        tarikh timeline --from 2025-09 --to 2025-10 --kind withdrawal

      The store is --store DIR, else $TARIKH_STORE, else ./tarikh.store. Data goes to standard \
      output, everything else to standard error.

      \(ExitStatus.manual)
      """,
    version: "0.1.0",
    groupedSubcommands: [
      CommandGroup(
        name: "Articles",
        subcommands: [
          Ingest.self, Extract.self, Reextract.self, LexiconCommand.self, Dates.self,
          Articles.self,
        ]),
      CommandGroup(
        name: "Questions",
        subcommands: [
          AsOfCommand.self, TimelineCommand.self, History.self, Diff.self, BlameCommand.self,
          Gaps.self,
          Lag.self, Cite.self,
        ]),
      CommandGroup(
        name: "Log",
        subcommands: [
          Streams.self, Read.self, Log.self, Append.self, Correct.self, Retract.self, Redate.self,
          Redact.self,
        ]),
      CommandGroup(name: "Proof", subcommands: [Verify.self, Seal.self, Prove.self]),
      CommandGroup(
        name: "Store",
        subcommands: [
          Stats.self, Replay.self, Export.self, Import.self, BackupCommand.self, Restore.self,
          Compact.self, Scrub.self, SalvageCommand.self, Demo.self,
        ]),
    ])

  static func main() async {
    do {
      var command = try await asyncParseAsRoot(nil)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      try Console.flush()
    } catch {
      Failure.exit(with: error)
    }
  }
}
