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

/// Why a file is no lexicon.
public struct LexiconProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, with the line where one is to blame.
  public var place: String
  public var reason: String

  public var description: String { "\(place): \(reason)" }

  init(place: String, reason: String) {
    self.place = place
    self.reason = reason
  }

  init(_ error: LexiconError) {
    switch error {
    case .unreadable(let file): self.init(place: file, reason: "cannot be read")
    case .wrongColumnCount(let file, let line, let expected, let found):
      self.init(
        place: "\(file):\(line)",
        reason: "has \(found) fields between tabs; \(expected.lowerBound) to "
          + "\(expected.upperBound) are expected: id, category, Arabic, English, spellings, "
          + "state, Wikidata, coordinates, offices")
    case .badValue(let file, let line, let column, let value):
      self.init(
        place: "\(file):\(line)",
        reason: "\"\(value)\" is no \(column)\(Self.hint(for: column))")
    case .duplicateID(let file, let line, let id):
      self.init(place: "\(file):\(line)", reason: "\(id) stands in the file twice; join its lines")
    }
  }

  private static func hint(for column: String) -> String {
    switch column {
    case "id": "; it is written like actor:name, in small Latin letters, digits and -"
    case "category": "; one of: " + EntityCategory.allCases.map(\.rawValue).joined(separator: ", ")
    case "country": "; it is the slug of a state, like iraq or saudi-arabia"
    case "coordinates": "; they are written latitude,longitude in degrees"
    case "offices": "; one is written us-president 2017-01-20/2021-01-20"
    case "name": "; it needs a word of two letters at least"
    default: ""
    }
  }
}

extension EntityLexicon {
  /// Adds what a user knows; an entry that is there already gets the names.
  mutating func addUserEntries(_ file: TabSeparatedFile) throws(LexiconError) {
    var seen: Set<String> = []
    for row in file.rows {
      guard Self.isID(row[0]) else {
        throw .badValue(file: file.name, line: row.line, column: "id", value: row[0])
      }
      guard seen.insert(row[0]).inserted else {
        throw .duplicateID(file: file.name, line: row.line, id: row[0])
      }
      for name in [row[2]] + row.list(4) where Self.phrase(name).allSatisfy({ $0.count < 2 }) {
        throw .badValue(file: file.name, line: row.line, column: "name", value: name)
      }
      if let known = index(of: EntityID(rawValue: row[0])) {
        for name in [row[2]] + row.list(4) { insertFirst(name, .entity(known, isWeak: false)) }
      } else {
        try addEntries(TabSeparatedFile(name: file.name, rows: [row]))
        guard let added = index(of: EntityID(rawValue: row[0])) else { continue }
        for name in [row[2]] + row.list(4) {
          insertFirst(name, .entity(added, isWeak: name.hasPrefix("?")))
        }
      }
    }
  }

  /// `actor:north-guard`: what it is, a colon, and a name in small Latin letters.
  private static func isID(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return false }
    return parts.allSatisfy { part in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-")
        }
    }
  }
}
