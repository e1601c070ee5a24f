import ArgumentParser
import Foundation
import Tarikh

/// Gives the space of free pages back.
struct Compact: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Give the space of free pages back to the system, in the log and the views.",
    discussion: """
      Copies each file without its free pages, checks the copy, and puts it in the file's place; \
      needs room for the larger copy meanwhile. Nobody else may have the store open. Whatever \
      ends it early leaves each file whole. tarikh stats says how much there is to gain.

      EXAMPLES:
        tarikh compact
        tarikh compact --json | jq .log
      """)

  @Flag(name: .long, help: "Print what was done as JSON.")
  var json = false

  @OptionGroup var store: StoreOptions

  private struct SizesJSON: Codable, Hashable {
    var before: UInt64
    var after: UInt64

    init(_ sizes: Compaction.Sizes) {
      before = sizes.before
      after = sizes.after
    }
  }

  private struct JSON: Encodable {
    var log: SizesJSON
    @ExplicitNull var views: SizesJSON?
  }

  func run() async throws {
    var progress = KeepingBar(isQuiet: store.quiet, interruption: .watch())
    defer { progress.finish() }
    let done = try Timeline.compact(at: store.path, busyTimeout: .seconds(store.wait)) {
      try progress.show($0)
    }
    progress.finish()
    if json {
      let views = done.views.map(SizesJSON.init)
      return try Console.write(
        JSONLine.encode(
          JSON(log: SizesJSON(done.log), views: views)))
    }
    try Console.line("log    \(words(done.log))")
    if let views = done.views { try Console.line("views  \(words(views))") }
  }

  private func words(_ sizes: Compaction.Sizes) -> String {
    "\(sizes.before) bytes before, \(sizes.after) after"
  }
}
