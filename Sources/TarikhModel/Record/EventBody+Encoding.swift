internal import EDTF

extension EventBody {
  /// The bytes of a body in the current format, and the kind of the report in it.
  ///
  /// See ``RecordLayout``. One switch, since each match of a payload copies it.
  static func append(
    _ payload: EventPayload, to writer: inout ByteWriter, by parts: inout ReportParts
  ) throws(RecordError) -> ReportKind? {
    switch payload {
    case .articleReceived(let article):
      guard article.length >= 0 else { throw .malformed(.length) }
      append(article, to: &writer)
    case .reported(let report):
      try append(report, to: &writer, by: &parts)
      return report.kind
    case .corrected(let target, let report, let note):
      writer.append(target)
      writer.append(note)
      try append(report, to: &writer, by: &parts)
      return report.kind
    case .retracted(let target, let note), .redacted(let target, let note):
      writer.append(target)
      writer.append(note)
    case .articleRedated(let publication, let note):
      writer.append(publication.basis.tag)
      let date = publication.date?.description
      writer.append(presenceOf: date, publication.reason)
      writer.append(optional: date)
      writer.append(optional: publication.reason)
      writer.append(note)
    case .fact(let fact):
      guard fact.isRecordable else { throw .malformed(.bound) }
      append(fact, to: &writer)
    case .erased: break
    }
    return nil
  }

  private static func append(_ article: Article, to writer: inout ByteWriter) {
    let publication = article.publication
    let date = publication.date?.description
    writer.append(publication.basis.tag)
    writer.append(
      presenceOf: article.title, article.outlet, article.url, date, publication.reason)
    writer.append(article.text)
    writer.append(length: article.length)
    writer.append(optional: article.title)
    writer.append(optional: article.outlet)
    writer.append(optional: article.url)
    writer.append(optional: date)
    writer.append(optional: publication.reason)
    writer.append(text: article.language)
  }

  private static func append(_ fact: Fact, to writer: inout ByteWriter) {
    writer.append(Int64(fact.from.rawValue))
    writer.append(fact.to.map { Int64($0.rawValue) } ?? RecordLayout.openDay)
    writer.append(presenceOf: fact.value)
    writer.append(text: fact.subject.rawValue)
    writer.append(text: fact.attribute)
    writer.append(optional: fact.value)
  }
}
