import ArgumentParser
import Foundation
import Tarikh

/// Erases what events say, for good.
struct Redact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Erase what an event says for good, from the files too; cannot be undone.",
    discussion: """
      For when the law asks for it, or the safety of a source. The event's place, time, type and \
      hash stay, so the log still verifies; who erased it, when and why stays readable. An \
      article's text goes with it. The words are taken out of free pages as well. Exports, \
      backups and what the file system itself keeps are out of reach.

      A correction, or the article that a report quotes, may say the same words: such events are \
      named, so that they can be redacted too.

      The hash of what was erased stays: who can guess all of it exactly can confirm the guess.

      EXAMPLES:
        tarikh redact article/9fe082f6fcea1d3e@4 --reason "names a source" --yes
      """)

  @Argument(
    help: "The addresses of the events: STREAM@REVISION.",
    completion: .custom(StreamCompletion.addresses))
  var addresses: [AddressArgument]

  @Flag(name: .long, help: "Do not ask.")
  var yes = false

  @Flag(name: .long, help: "Print where each redaction went as JSON.")
  var json = false

  @OptionGroup var editor: EditorOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let timeline = try store.open(.write)
    let targets = try addresses.map { try target($0.address, in: timeline) }
    try confirm(targets)
    var left: [EventAddress] = []
    for target in targets {
      let redaction = try await timeline.redact(
        target.address, reason: editor.reason, by: editor.name)
      try ReceiptReport.show(
        redaction.receipt, stream: redaction.target.stream, json: json)
      left += redaction.stillSaidBy
    }
    let redacted = Set(targets.map(\.address))
    var named: Set<EventAddress> = []
    for address in left where !redacted.contains(address) && named.insert(address).inserted {
      Console.note("\(address): may still say some of the words; redact it too if it should not")
    }
    try ScrubbingReport.scrub(timeline, store: store, json: nil)
  }

  private func target(_ address: EventAddress, in timeline: Timeline) throws -> Event {
    guard let event = try timeline.log.event(at: address) else {
      throw RedactionError.noSuchEvent(address)
    }
    if case .redacted = event.payload { throw RedactionError.isRedaction(address) }
    return event
  }

  /// Asks a person at a terminal; scripts have said it with the command.
  private func confirm(_ targets: [Event]) throws {
    guard !yes, Terminal.inputIsTerminal else { return }
    for event in targets {
      Console.note("\(event.address): \(EventListing.summary(of: event.payload))")
    }
    Console.note("Erase for good? It cannot be undone. Type yes:")
    guard readLine() == "yes" else { throw Failure(.failure, "nothing was erased") }
  }
}
