import Tarikh

/// One line of the peers' workload: an event as JSON, its keys in a fixed order, nothing escaped.
struct PeerLine {
  var id: EventID
  var stream: String
  var revision: UInt64
  var type: String
  var validFrom: String
  var validTo: String?
  var subject: String
  var attribute: String
  var value: String?
  var speaker: String
  var source: String
  var corrects: EventID?
  var evidence: String

  /// `nil` where the line is not of that shape.
  init?(_ line: ArraySlice<UInt8>) {
    var fields = Fields(line)
    guard let id = fields.next().flatMap(EventID.init(hyphenated:)), let stream = fields.next(),
      let revision = fields.next().flatMap({ UInt64($0) }), let type = fields.next(),
      fields.next() != nil, let validFrom = fields.next()
    else { return nil }
    self.id = id
    self.stream = stream
    self.revision = revision
    self.type = type
    self.validFrom = validFrom
    validTo = fields.next()
    guard let subject = fields.next(), let attribute = fields.next() else { return nil }
    self.subject = subject
    self.attribute = attribute
    value = fields.next()
    guard let speaker = fields.next(), let source = fields.next() else { return nil }
    self.speaker = speaker
    self.source = source
    corrects = fields.next().flatMap(EventID.init(hyphenated:))
    guard let evidence = fields.next() else { return nil }
    self.evidence = evidence
  }

  /// The values of a line, one after another.
  private struct Fields {
    private let line: ArraySlice<UInt8>
    private var place: Int

    init(_ line: ArraySlice<UInt8>) {
      self.line = line
      place = line.startIndex
    }

    /// The next value, without its quotation marks; `nil` for null.
    mutating func next() -> String? {
      // Behind the key's quotation marks and the colon.
      for _ in 0..<2 {
        guard let mark = line[place...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        place = mark + 1
      }
      place += 1
      guard place < line.endIndex else { return nil }
      if line[place] == UInt8(ascii: "\"") {
        let start = place + 1
        guard let end = line[start...].firstIndex(of: UInt8(ascii: "\"")) else { return nil }
        place = end + 1
        return String(decoding: line[start..<end], as: UTF8.self)
      }
      let start = place
      while place < line.endIndex, line[place] != UInt8(ascii: ","),
        line[place] != UInt8(ascii: "}")
      { place += 1 }
      let text = String(decoding: line[start..<place], as: UTF8.self)
      return text == "null" ? nil : text
    }
  }
}

extension EventID {
  /// The identity that a UUID spells.
  fileprivate init?(hyphenated text: String) {
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    guard digits.count == 32,
      let high = UInt64(String(decoding: digits[..<16], as: UTF8.self), radix: 16),
      let low = UInt64(String(decoding: digits[16...], as: UTF8.self), radix: 16)
    else { return nil }
    self.init(high: high, low: low)
  }
}
