import ArgumentParser
import Foundation

/// Who edits: `--by`, else the name of the login.
struct EditorOptions: ParsableArguments {
  @Option(name: .long, help: "Who says so; else the name of the login.")
  var by: String?

  @Option(name: .long, help: "Why; kept with the event for ever.")
  var reason: String

  var name: String { by ?? ProcessInfo.processInfo.userName }

  func validate() throws {
    if reason.allSatisfy(\.isWhitespace) { throw ValidationError("--reason needs words") }
  }
}
