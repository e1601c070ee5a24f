/// The exit codes of every command, after BSD's sysexits.h where it has one.
enum ExitStatus: Int32, CaseIterable {
  case success = 0
  case failure = 1
  case nothingFound = 3
  case partlyDone = 4
  case usage = 64
  case badInput = 65
  case noInput = 66
  case cannotCreate = 73
  case inputOutput = 74
  case busy = 75
  case interrupted = 130

  /// What it means, for the help page.
  var meaning: String {
    switch self {
    case .success: "done"
    case .failure: "failure"
    case .nothingFound: "nothing found, with --fail-if-empty"
    case .partlyDone: "partly done: some inputs were rejected, the rest is stored"
    case .usage: "wrong use of the command"
    case .badInput: "bad input data"
    case .noInput: "no such input"
    case .cannotCreate: "cannot create a file or store"
    case .inputOutput: "input or output failed, or the store is damaged"
    case .busy: "the store is busy: try again"
    case .interrupted: "interrupted; what was stored is whole"
    }
  }

  /// The table of exit codes.
  static var manual: String {
    let rows = allCases.map { status in
      let code = String(status.rawValue)
      return "  \(String(repeating: " ", count: 3 - code.count))\(code)  \(status.meaning)"
    }
    return "EXIT CODES:\n" + rows.joined(separator: "\n")
  }
}
