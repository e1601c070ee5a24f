public import Foundation
public import TarikhModel

/// Entities that a user adds to the lexicon, from a file like those that come with Tarikh.
///
/// Tab-separated, a line each: id, category, Arabic name, English name; then, where known, more
/// spellings between bars, the slug of the state, Wikidata id, `latitude,longitude`, and offices
/// held. An id that is known already gets the new spellings.
public struct UserLexicon: Sendable {
  /// The file's name, for messages.
  public let name: String
  /// Of the bytes: extractors with other entries are other versions.
  public let digest: Digest
  /// How many entries it has.
  public var count: Int { file.rows.count }
  let file: TabSeparatedFile

  /// Reads the entries, and checks them against the lexicon that they are added to.
  ///
  /// - Throws: ``LexiconProblem`` with the line and what to do.
  public init(name: String, data: Data) throws(LexiconProblem) {
    guard let text = String(validating: data, as: UTF8.self) else {
      throw LexiconProblem(place: name, reason: "is not UTF-8; convert it, for example with iconv")
    }
    self.name = name
    digest = Digest.sha256(of: text)
    do throws(LexiconError) {
      file = try TabSeparatedFile(name: name, text: text, columns: 4...9)
      var lexicon = EntityLexicon.bundled
      try lexicon.addUserEntries(file)
    } catch { throw LexiconProblem(error) }
  }
}
