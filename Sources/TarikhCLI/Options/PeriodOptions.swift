import ArgumentParser
import Tarikh

/// From which day to which.
struct PeriodOptions: ParsableArguments {
  @Option(name: .long, help: "First day, month or year (EDTF).")
  var from: PeriodArgument?

  @Option(name: .long, help: "Last day, month or year, inclusive (EDTF).")
  var to: PeriodArgument?

  func validate() throws {
    if let first = from?.bounds.earliest.day, let last = to?.bounds.latest.day, last < first {
      throw ValidationError("--to \(last) lies before --from \(first)")
    }
  }
}
