import ArgumentParser
import Tarikh

/// Replaces a report in views from here on.
struct Correct: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Replace a report in answers from here on; the original stays readable.",
    discussion: """
      FILE holds the whole new report as one JSON object, as tarikh read --json prints it under \
      "report".

      EXAMPLES:
        tarikh read desk/me --json --limit 1 | jq .report > new.json
        tarikh correct desk/me@0 new.json --reason "misprint: 2500, not 25000"
      """)

  @Argument(
    help: "The address of the report: STREAM@REVISION.",
    completion: .custom(StreamCompletion.addresses))
  var address: AddressArgument

  @Argument(help: "The new report as JSON, or - for standard input.", completion: .file())
  var file: String

  @Flag(name: .long, help: "Print where it went as JSON.")
  var json = false

  @OptionGroup var editor: EditorOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let report = try NewEventFile.report(in: file)
    let timeline = try store.open(.write)
    let receipt = try await timeline.correct(
      address.address, with: report, reason: editor.reason, by: editor.name)
    // What is stored is said first: a failure of the views must not hide it.
    try ReceiptReport.show(receipt, stream: address.address.stream, json: json)
    try timeline.updateViews()
  }
}
