import Tarikh

/// Scrubs a store and says what came of it.
enum ScrubbingReport {
  private struct JSON: Encodable {
    var complete: Bool
    var zeroedBytes: UInt64
    var pinnedPages: UInt64
    var readers: [Int32]
  }

  /// - Parameter json: whether to print JSON; `nil` where data of another kind is printed.
  /// - Throws: a failure where readers keep old words in the files.
  static func scrub(_ timeline: Timeline, store: StoreOptions, json: Bool?) throws {
    let bar = ProgressBar("pages", isQuiet: store.quiet)
    let result = try timeline.scrub(patience: .seconds(store.wait)) { bar.show($0, of: $1) }
    bar.finish()
    let readers = result.readers.sorted()
    if json == true {
      try Console.write(
        JSONLine.encode(
          JSON(
            complete: result.isComplete, zeroedBytes: result.zeroedBytes,
            pinnedPages: result.pinnedPages, readers: readers)))
    } else if json == false, result.isComplete {
      Console.note("\(result.zeroedBytes) bytes of what was erased or replaced are zeros now")
    }
    guard result.isComplete else {
      throw Failure(
        .partlyDone,
        "erased words may remain in the files, because an older state is being read by process "
          + "\(readers.map(String.init).joined(separator: ", ")); when it has ended, run: "
          + "tarikh scrub")
    }
  }
}
