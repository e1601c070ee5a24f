public import TarikhModel

/// The shape of what extraction finds: a report, and the sentence it stands in.
public struct ExtractedReportJSON: Encodable, Hashable, Sendable {
  public var report: ReportJSON
  /// [start, end) in Unicode scalars of the article's text.
  public var sentence: [Int]
  public var id: String

  private enum CodingKeys: String, CodingKey { case sentence, id }

  public init(report: Report, sentence: TextRange, id: EventID) {
    self.report = ReportJSON(report)
    self.sentence = [sentence.start, sentence.end]
    self.id = id.description
  }

  public func encode(to encoder: any Encoder) throws {
    try report.encode(to: encoder)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(sentence, forKey: .sentence)
    try container.encode(id, forKey: .id)
  }
}
