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
