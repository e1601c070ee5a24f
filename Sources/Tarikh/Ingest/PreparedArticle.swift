internal import TarikhExtraction
internal import TarikhLog
internal import TarikhModel

/// An article with everything worked out that needs no log: the slow half of an ingest, which
/// can run for many articles at once.
struct PreparedArticle: Sendable {
  var stream: StreamName
  var article: Article
  var text: ArticleText
  var reports: [ExtractedReport]

  init(_ input: ArticleInput, extractor: Extractor) {
    let extraction = extractor.extract(input.text, publication: input.publication)
    let digest = Digest.sha256(of: input.text)
    stream = StreamName.article(for: digest)
    article = Article(
      title: input.title ?? extraction.title, outlet: input.outlet, url: input.url,
      language: input.language, publication: extraction.publication, text: digest,
      length: input.text.unicodeScalars.count)
    text = ArticleText(digest: digest, text: input.text)
    // Two reports of the same content are one event.
    var seen: Set<EventID> = []
    reports = extraction.reports.filter { seen.insert($0.id).inserted }
  }

  /// The events of a new stream: the article, then its reports in reading order.
  var events: [NewEvent] {
    let received = EventPayload.articleReceived(article)
    return [NewEvent(id: EventID(content: received), payload: received)]
      + reports.map { NewEvent(id: $0.id, payload: .reported($0.report)) }
  }
}
