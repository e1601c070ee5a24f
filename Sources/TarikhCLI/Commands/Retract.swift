import ArgumentParser
import Tarikh

/// Takes a report out of views from here on.
struct Retract: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Take a report out of answers from here on; it stays readable in the log.",
    discussion: """
      Retracting a correction brings back what it replaced.

      EXAMPLES:
        tarikh retract article/9fe082f6fcea1d3e@4 --reason "the outlet withdrew the story"
      """)

  @Argument(
    help: "The address of the report: STREAM@REVISION.",
    completion: .custom(StreamCompletion.addresses))
  var address: AddressArgument

  @Flag(name: .long, help: "Print where it went as JSON.")
  var json = false

  @OptionGroup var editor: EditorOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let timeline = try store.open(.write)
    let receipt = try await timeline.retract(
      address.address, reason: editor.reason, by: editor.name)
    // What is stored is said first: a failure of the views must not hide it.
    try ReceiptReport.show(receipt, stream: address.address.stream, json: json)
    try timeline.updateViews()
  }
}
