import ArgumentParser
import Tarikh

/// Copies out of a damaged store what can still be proved.
struct SalvageCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "salvage",
    abstract: "Copy out of a damaged store every event that still verifies.",
    discussion: """
      Reads the pages of the log's file one by one, without LMDB, so that it works where nothing \
      else does; changes nothing. The header says which events and texts are lacking, and tarikh \
      import takes the file as far as it is whole. Exits with 4 where something is lacking.

      EXAMPLES:
        tarikh salvage --to salvaged.ndjson
      """)

  @Option(name: .long, help: "The file to write; else standard output.", completion: .file())
  var to: String?

  @OptionGroup var store: StoreOptions

  func run() async throws {
    let search = ProgressBar("pages", isQuiet: store.quiet)
    let copying = ProgressBar("events", isQuiet: store.quiet)
    let file = try to.map(AtomicFile.init)
    let found: Salvage
    do {
      found = try Timeline.salvage(storeAt: store.path) {
        search.show($0, of: $1)
      } line: { line, done, total in
        if done == 0 { search.finish() }
        if let file { try file.write(line) } else { try Console.write(line) }
        copying.show(done, of: total)
      }
      try file?.finish()
    } catch {
      file?.discard()
      throw error
    }
    copying.finish()
    try Console.flush()
    try report(found)
  }

  private func report(_ found: Salvage) throws {
    Console.note("\(found.events) of \(found.head.rawValue) events salvaged")
    guard !found.isWhole else { return }
    let lost = found.lost.map { range in
      range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }
    var lacking: [String] = []
    if !lost.isEmpty { lacking.append("the events at \(shortened(lost))") }
    if !found.missingTexts.isEmpty {
      lacking.append("the texts \(shortened(found.missingTexts.map(\.description)))")
    }
    throw Failure(.partlyDone, "lost are \(lacking.joined(separator: ", and "))")
  }

  /// The first few; the header has them all.
  private func shortened(_ list: [String]) -> String {
    let rest = list.count > 10 ? " and \(list.count - 10) more" : ""
    return list.prefix(10).joined(separator: ", ") + rest
  }
}
