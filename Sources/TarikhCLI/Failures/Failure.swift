import ArgumentParser
import Foundation
import Tarikh

/// What ends a command early: a message and an exit code.
struct Failure: Error {
  var status: ExitStatus
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }

  /// Says `error` on standard error and exits with its code.
  static func exit(with error: any Error) -> Never {
    let failure = Failure(describing: error)
    // What was asked for and worked out is printed even where the rest failed.
    try? Console.flush()
    guard let failure else { TarikhCommand.exit(withError: error) }
    if !failure.message.isEmpty { Console.note("tarikh: \(failure.message)") }
    Foundation.exit(failure.status.rawValue)
  }

  /// The failure that `error` is; `nil` for those that the argument parser words itself.
  init?(describing error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as ArticleError:
      self.init(error.isMissingInput ? .noInput : .badInput, error.description)
    case let error as CitationError: self.init(.failure, error.description)
    case let error as LexiconProblem: self.init(.badInput, error.description)
    case let error as StoreError: self.init(error.status, error.explanation)
    case let error as RedactionError: self.init(.badInput, error.description)
    case let error as SkippingError: self.init(.badInput, error.description)
    case let error as KeepingError: self.init(error.status, error.description)
    case let error as EditError: self.init(.badInput, error.description)
    case let error as AppendError: self.init(error.status, error.explanation)
    case let error as ReadError: self.init(error.status, error.explanation)
    case let error as QueryError: self.init(error.status, error.explanation)
    case let error as RunnerError: self.init(error.status, error.explanation)
    case let error as StorageFailure: self.init(error.status, error.explanation)
    case let error as TransferError: self.init(error.status, error.description)
    case let error as ProvingError: self.init(error.status, error.description)
    case let error as InterchangeError: self.init(.badInput, error.description)
    case let error as CocoaError: self.init(.inputOutput, error.localizedDescription)
    default: return nil
    }
  }
}
