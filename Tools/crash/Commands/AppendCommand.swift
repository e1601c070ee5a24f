import ArgumentParser
import Foundation
import Tarikh

/// The child that is killed: opens a log and appends from several tasks until it is.
struct AppendCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "append", abstract: "Append until killed, as a child does.", shouldDisplay: false)

  @Option var root: String
  @Option var notes: String
  @Option(help: "How many turns each task makes at most.") var turns = 150

  func run() async throws {
    let notes = try NoteFile(at: notes)
    try notes.write("opening")
    let log = try LMDBEventLog.open(at: URL(filePath: root), options: KillRun.options)
    try notes.write("opened")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for stream in EndlessPlan.streams {
        group.addTask { try await append(to: stream, of: log, notes) }
      }
      try await group.waitForAll()
    }
  }

  /// Begins with the last turn that is stored: the one before may have been killed unanswered.
  private func append(to stream: String, of log: any EventLog, _ notes: NoteFile) async throws {
    let name = try StreamName(stream)
    let stored = try log.lastRevision(of: name).map { Int($0.rawValue) + 1 } ?? 0
    let next = try EndlessPlan.nextTurn(after: stored, in: stream)
    for turn in max(0, next - 1)..<next + turns {
      let append = EndlessPlan.append(turn, to: stream)
      try notes.write("began \(append.key)")
      let receipt = try await log.append(
        append.events, texts: append.texts, to: name, expecting: .any)
      guard receipt.wasAlreadyStored == (turn < next), let revisions = receipt.revisions else {
        throw Finding("\(append.key): stored already or not, the receipt says otherwise")
      }
      try notes.write("done \(append.key) \(revisions.lowerBound) \(receipt.position)")
    }
  }
}
