import ArgumentParser
import Foundation
import Tarikh

/// Appends events of a desk or of another program.
struct Append: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Append events of a desk or of another program, as NDJSON.",
    discussion: """
      A line is {"type":"reported","report":{"kind":…,"when":{"edtf":…},…}} or \
      {"type":"fact","fact":{"subject","attribute","value","from","to"}}; an "id" of 32 \
      hexadecimal digits is optional, and without one the event is known by its content. All \
      lines are stored, or none. The same file again stores nothing.

      EXAMPLES:
        tarikh append desk/baghdad events.ndjson
        echo '{"report":{"kind":"statement"}}' | tarikh append desk/me
      """)

  @Argument(help: "The stream's name.", completion: .custom(StreamCompletion.streams))
  var stream: StreamArgument

  @Argument(help: "A file of NDJSON; else standard input.", completion: .file())
  var file: String = "-"

  @Option(
    name: .long, help: "What the stream must be: any, none, exists, or its last revision.")
  var expect: ExpectationArgument = .any

  @Flag(name: .long, help: "Print where they went as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() async throws {
    if stream.name.rawValue.hasPrefix("article/") {
      throw ValidationError("article/… streams are written by ingest; use a desk/… stream")
    }
    let events = try NewEventFile.events(in: file)
    try await store.withStore { timeline in
      let receipt = try await timeline.append(
        events, to: stream.name, expecting: expect.expected)
      // What is stored is said first: a failure of the views must not hide it.
      try ReceiptReport.show(receipt, stream: stream.name, json: json)
      try timeline.updateViews()
    }
  }
}
