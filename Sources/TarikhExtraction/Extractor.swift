internal import ArabicDates
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
  /// Which rules and lexicon these are; it changes with every change of an answer.
  public static let bundledVersion = ExtractorVersion(name: "tarikh", version: "4")

  /// ``bundledVersion``, and with it a mark of the entries that a user added.
  public let version: ExtractorVersion
  private let resources: ExtractorResources

  public init() { self.init(version: Self.bundledVersion, resources: .bundled) }

  private init(version: ExtractorVersion, resources: ExtractorResources) {
    self.version = version
    self.resources = resources
  }

  /// An extractor that knows what the user's lexicons add; later ones go before earlier ones.
  ///
  /// - Complexity: O(*n*) in the size of the bundled lexicon, which is copied.
  public init(lexicons: [UserLexicon]) throws(LexiconProblem) {
    guard !lexicons.isEmpty else {
      self.init()
      return
    }
    var entities = EntityLexicon.bundled
    do throws(LexiconError) {
      for lexicon in lexicons { try entities.addUserEntries(lexicon.file) }
    } catch { throw LexiconProblem(error) }
    let mark = Digest.sha256(of: lexicons.map { "\($0.digest)" }.joined()).description.suffix(8)
    self.init(
      version: ExtractorVersion(
        name: Self.bundledVersion.name, version: "\(Self.bundledVersion.version)+\(mark)"),
      resources: ExtractorResources(
        Vocabulary(names: entities), dates: ExtractorResources.bundled.dates))
  }

  /// The reports of `text`, in reading order.
  ///
  /// - Parameter publication: when the article was published, where that is known; `nil` lets
  ///   the extractor look for a dateline, then infer an interval, with the reason.
  public func extract(_ text: String, publication: Publication?) -> Extraction {
    ArticleReader(resources: resources, version: version).read(text, publication: publication)
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
