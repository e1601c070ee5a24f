import ArgumentParser
import Foundation
import Tarikh

/// Reads the whole log and recomputes its tree head.
struct Verify: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Check every record and hash of the log, and every row of the views.",
    discussion: """
      Exits with 0 where all is sound, with 74 where anything is damaged. With FILE, checks an \
      export without a store, and exits with 65 where it was changed.

      With --sealed, proves that nothing up to an old head was changed, and exits with 1 where it \
      was; HEAD is \(HeadArgument.help). With --proof, verifies proofs of tarikh prove without a \
      store, and that they and the seals agree. --json prints:
        {"sound","head","root","streams","texts","findings":[{"place","reason"}],
         "sealed":[{"seal","position","root","holds","found"}]}
      --csv prints one row for the whole, one for each finding, and one for each old head.

      EXAMPLES:
        tarikh verify
        tarikh verify --sealed seal-2025.json seal-2026.json
        tarikh verify backup.ndjson --sealed seal-2026.json
        tarikh verify --proof proof.json --sealed seal-2026.json
      """)

  @Argument(help: "An export to check instead of the store.", completion: .file())
  var file: String?

  @Option(
    name: .long, parsing: .upToNextOption, help: "Old heads that must still hold.",
    completion: .file())
  var sealed: [HeadArgument] = []

  @Option(
    name: .long, parsing: .upToNextOption, help: "Proofs to verify instead of a store.",
    completion: .file())
  var proof: [String] = []

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard file == nil || proof.isEmpty else {
      throw ValidationError("--proof takes proofs, which need neither an export nor a store")
    }
  }

  func run() async throws {
    let seals = try sealed.map { (place: $0.text, head: try $0.head()) }
    guard proof.isEmpty else {
      return try ProofReport(format: output.effective).show(proof, seals: seals)
    }
    let report = VerificationReport(format: output.effective, places: sealed.map(\.text))
    if let file {
      try report.show(exportIn: file) { try verify(export: file, against: seals.map(\.head)) }
    } else {
      try report.show(try await verifyStore(against: seals.map(\.head)))
    }
  }

  private func verifyStore(against heads: [TreeHead]) async throws -> Verification {
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let timeline = try store.open(.read, checkingEveryPage: true)
    var found = try timeline.log.verify(against: heads) { bar.show($0, of: $1) }
    if let damage = timeline.viewDamage {
      found.findings.append(
        Verification.Finding(
          place: "views", reason: "\(damage.description); they are built anew from the log"))
    }
    found.findings += try timeline.damagedViews().map { view in
      Verification.Finding(
        place: "view \(view.projection)",
        reason: "\(view.reason); tarikh replay --from-scratch builds it anew")
    }
    bar.finish()
    return found
  }

  private func verify(export file: String, against heads: [TreeHead]) throws -> Verification {
    guard let handle = FileHandle(forReadingAtPath: file) else {
      throw Failure(.noInput, "\(file): no such file, or it cannot be read")
    }
    let bar = ProgressBar("events", isQuiet: store.quiet)
    let checked = try Timeline.check(handle, named: file, against: heads) { bar.show($0, of: $1) }
    bar.finish()
    if !checked.isWhole {
      Console.note(
        "\(file): ends before the head that it was taken at, position \(checked.takenAt): no root "
          + "in it covers just this part, so compare its tree head with a seal")
    }
    return checked.found
  }
}
