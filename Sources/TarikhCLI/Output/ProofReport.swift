import Tarikh

/// Verifies proofs and says what each shows.
struct ProofReport {
  private struct JSON: Encodable {
    var file: String
    var holds: Bool
    var shows: String
  }

  let isJSON: Bool

  /// Shows what each file proves, and throws at the first that proves nothing.
  func show(_ files: [String], seals: [(place: String, head: TreeHead)]) throws {
    var check = ProofCheck()
    for seal in seals { try check.trust(seal.head, place: seal.place) }
    for file in files {
      do {
        let shown = try check.add(ProofFile.data(file), place: file)
        try write(JSON(file: file, holds: true, shows: shown))
      } catch let error as ProvingError {
        if isJSON { try write(JSON(file: file, holds: false, shows: error.description)) }
        throw error
      }
    }
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

  private func write(_ shown: JSON) throws {
    if isJSON { return try Console.write(JSONLine.encode(shown)) }
    // A proof is somebody else's: its names may try to look like others.
    try Console.line(Bidirectional.harmless("\(shown.file): \(shown.shows)"))
  }
}
