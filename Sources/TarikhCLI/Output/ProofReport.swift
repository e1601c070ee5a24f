import Tarikh

/// Verifies proofs and says what each shows.
struct ProofReport {
  private struct Shown: Encodable {
    var file: String
    var holds: Bool
    var shows: String
  }

  let format: OutputFormat

  /// Shows what each file proves, and throws at the first that proves nothing.
  func show(_ files: [String], seals: [(place: String, head: TreeHead)]) throws {
    var check = ProofCheck()
    for seal in seals { try check.trust(seal.head, place: seal.place) }
    // What comes before the first file that proves nothing is shown; that one is only data.
    var shown: [Shown] = []
    do {
      for file in files {
        let words = try check.add(ProofFile.data(file), place: file)
        shown.append(Shown(file: file, holds: true, shows: words))
      }
    } catch let error as ProvingError {
      if format != .table {
        shown.append(Shown(file: files[shown.count], holds: false, shows: error.description))
      }
      try write(shown)
      throw error
    }
    try write(shown)
    let unvouched = check.unvouched.map(\.description).joined(separator: ", ")
    guard !unvouched.isEmpty else { return }
    let words = "no seal here vouches for the head at position \(unvouched)"
    if check.hasSeals {
      throw Failure(.failure, "\(words); tarikh prove --since shows how it goes on to a sealed one")
    }
    Console.note(
      "\(words): a proof is worth as much as the root that it leads to, so compare that with one "
        + "that came another way")
  }

  private func write(_ shown: [Shown]) throws {
    switch format {
    case .json, .ndjson: for one in shown { try Console.write(JSONLine.encode(one)) }
    case .csv:
      try CSV.print(
        shown,
        [
          .init("file") { $0.file }, .init("holds") { "\($0.holds)" },
          .init("shows") { $0.shows },
        ])
    case .table:
      // A proof is somebody else's: its names may try to look like others.
      for one in shown { try Console.line(Bidirectional.harmless("\(one.file): \(one.shows)")) }
    }
  }
}
