internal import ArabicDates
internal import TarikhModel

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
