import EDTF
import TarikhExtraction
import TarikhModel
import Testing

/// What a test expects of one report; fields that are `nil` are not looked at.
struct Expectation: CustomTestStringConvertible, Sendable {
  var text: String
  var kind: ReportKind
  var modality: Modality?
  var polarity: Polarity?
  var date: String?
  var speaker: String?
  var isAnonymous: Bool?

  init(
    _ text: String, _ kind: ReportKind, _ modality: Modality? = nil, _ polarity: Polarity? = nil,
    date: String? = nil, speaker: String? = nil, anonymous: Bool? = nil
  ) {
    self.text = text
    self.kind = kind
    self.modality = modality
    self.polarity = polarity
    self.date = date
    self.speaker = speaker
    self.isAnonymous = anonymous
  }

  var testDescription: String { "\(kind.rawValue): \(text.prefix(60))" }

  /// Whether a report is what is expected.
  func matches(_ report: Report) -> Bool {
    report.kind == kind
      && modality.map { report.modality == $0 } ?? true
      && polarity.map { report.polarity == $0 } ?? true
      && date.map { report.when?.edtf.description == $0 } ?? true
      && speaker.map { report.attribution?.speaker.rawValue == $0 } ?? true
      && isAnonymous.map { report.attribution?.anonymous == $0 } ?? true
  }
}

/// The reports of a text, published on a day where that is given.
func reports(_ text: String, published: String? = nil) throws -> [Report] {
  try extraction(text, published: published).reports.map(\.report)
}

func extraction(_ text: String, published: String? = nil) throws -> Extraction {
  let publication = try published.map {
    Publication(date: try EDTFExpression(parsing: $0), basis: .given, reason: nil)
  }
  return Extractor().extract(text, publication: publication)
}

/// The words of an article by scalar offsets.
func words(of text: String, _ range: TextRange) -> String {
  let scalars = Array(text.unicodeScalars)
  var view = String.UnicodeScalarView()
  view.append(contentsOf: scalars[range.start..<range.end])
  return String(view)
}
