public import TarikhModel

/// Finds the reports of an Arabic news article. A pure function: it knows no log and no file.
public struct Extractor: Sendable {
  public init() {}

  /// Which rules and lexicon these are; it changes with every change of an answer.
  public static let version = ExtractorVersion(name: "tarikh", version: "1")

  /// The reports of `text`, in reading order.
  ///
  /// - Parameter publication: when the article was published, where that is known; `nil` lets
  ///   the extractor look for a dateline, then infer an interval, with the reason.
  public func extract(_ text: String, publication: Publication?) -> Extraction {
    ArticleReader(resources: .bundled).read(text, publication: publication)
  }
}

/// What the extractor found in an article.
public struct Extraction: Hashable, Sendable {
  /// As given, or as found: never today, never more precise than the text allows.
  public var publication: Publication
  /// The headline, where the text has one.
  public var title: String?
  public var reports: [ExtractedReport]

  public init(publication: Publication, title: String?, reports: [ExtractedReport]) {
    self.publication = publication
    self.title = title
    self.reports = reports
  }
}

/// A report with its content identity and the sentence it stands in.
public struct ExtractedReport: Hashable, Sendable {
  public var id: EventID
  public var report: Report
  public var sentence: TextRange

  public init(id: EventID, report: Report, sentence: TextRange) {
    self.id = id
    self.report = report
    self.sentence = sentence
  }
}
