public import TarikhModel

/// Finds the reports of an Arabic news article.
///
/// A pure function of the text, the publication date and the data files: it knows no log and no
/// file of its own, and the same input gives the same reports with the same identities.
///
/// The stages: words with their places; lines, sentences and quotations; clauses; words that name
/// events, in the reading that their arguments allow; modality by construction; who speaks; which
/// date and which figure belongs to which event; valid times.
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
