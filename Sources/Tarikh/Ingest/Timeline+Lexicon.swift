public import Foundation
internal import Synchronization
public import TarikhExtraction
internal import TarikhLog

extension Timeline {
  /// Where the store keeps the lexicons that every ingest into it uses.
  public var lexiconFolder: URL { folder.appending(path: "lexicon", directoryHint: .isDirectory) }

  /// The lexicons of the store, by their names.
  ///
  /// - Throws: ``LexiconProblem`` with the file, the line and what to do.
  public func lexicons() throws -> [UserLexicon] {
    guard FileManager.default.fileExists(atPath: lexiconFolder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(
      at: lexiconFolder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "tsv" }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
    .map { try UserLexicon(name: $0.lastPathComponent, data: Data(contentsOf: $0)) }
  }

  /// Puts a lexicon into the store, in the place of an earlier one of its name.
  ///
  /// What was ingested before is as it was until it is extracted again.
  public func addLexicon(_ lexicon: UserLexicon, data: Data) throws {
    try DurableFolder.make(lexiconFolder)
    let file = lexiconFolder.appending(path: lexicon.name)
    let unfinished = lexiconFolder.appending(path: ".\(lexicon.name).\(UUID().uuidString)")
    try DurableFolder.write(data, to: file, by: unfinished)
    loadedExtractor.withLock { $0 = nil }
  }

  /// The extractor that ingest into this store uses: with the store's lexicons, then those of the
  /// options.
  func extractor() throws -> Extractor {
    try loadedExtractor.withLock { loaded in
      if let loaded { return loaded }
      let extractor = try Extractor(lexicons: lexicons() + options.lexicons)
      loaded = extractor
      return extractor
    }
  }
}
