import ArgumentParser
import Tarikh

/// Gives an article its true day of publication.
struct Redate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give an article its true day of publication; what depends on it is dated anew.",
    discussion: """
      EXAMPLES:
        tarikh redate article/9fe082f6fcea1d3e 2025-10-01 --reason "seen in the print edition"
      """)

  @Argument(help: "The article's stream.", completion: .custom(StreamCompletion.streams))
  var stream: StreamArgument

  @Argument(help: "When it was published (EDTF).")
  var date: PublicationArgument

  @Flag(name: .long, help: "Print where it went as JSON.")
  var json = false

  @OptionGroup var editor: EditorOptions
  @OptionGroup var store: StoreOptions

  func run() async throws {
    let timeline = try store.open(.write)
    let publication = Publication(date: date.date, basis: .given, reason: editor.reason)
    let receipt = try await timeline.redate(stream.name, to: publication, by: editor.name)
    // What is stored is said first: a failure of the views must not hide it.
    try ReceiptReport.show(receipt, stream: stream.name, json: json)
    try timeline.updateViews()
  }
}
