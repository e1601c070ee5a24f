import Tarikh

/// A line of `dates --ndjson` in.
struct DatesQuestion: Decodable {
  var id: String?
  var text: String
  var reference: String?

  func day() throws -> Day? {
    guard let reference, !reference.isEmpty else { return nil }
    guard let day = Day(String(reference.prefix(10))) else {
      throw InterchangeError.notAllowed(
        path: "reference", found: "\"\(reference)\"", allowed: "a day, YYYY-MM-DD, or null")
    }
    return day
  }
}

/// The shape of the date expressions of a text.
struct DatesJSON: Encodable {
  var id: String?
  var text: String?
  var expressions: [DateMentionJSON]

  init(id: String? = nil, text: String? = nil, mentions: [DateMention]) {
    self.id = id
    self.text = text
    expressions = mentions.map(DateMentionJSON.init)
  }
}

/// The shape of one date expression.
struct DateMentionJSON: Encodable {
  var expression: String
  var start: Int
  var end: Int
  @ExplicitNull var edtf: String?
  @ExplicitNull var earliest: String?
  @ExplicitNull var latest: String?
  var kind: String

  init(_ mention: DateMention) {
    expression = mention.expression
    start = mention.range.lowerBound
    end = mention.range.upperBound
    let bounds = mention.edtf?.bounds
    _edtf = ExplicitNull(wrappedValue: mention.edtf?.description)
    _earliest = ExplicitNull(wrappedValue: bounds?.earliest.json(isStart: true))
    _latest = ExplicitNull(wrappedValue: bounds?.latest.json(isStart: false))
    kind = mention.kind.rawValue
  }
}
