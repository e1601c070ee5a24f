internal import LMDB
internal import TarikhModel

extension Ledger {
  func receive(
    _ event: Event, _ article: Article, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let details = ArticleRecord.Details(
      title: article.title, outlet: article.outlet, url: article.url,
      language: article.language, publication: article.publication)
    try index(event, .article(event.stream), view, &transaction)
    try put(record(event, details), view, &transaction)
  }

  func record(_ event: Event, _ details: ArticleRecord.Details?) -> ArticleRecord {
    ArticleRecord(
      stream: event.stream, received: event.position, recorded: event.recorded,
      details: details, changes: [])
  }

  func redate(
    _ event: Event, _ publication: Publication, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard try article(event.stream, view, &transaction) != nil else {
      return try ignore(event, .noArticle, view, &transaction)
    }
    try change(event, event.stream, .redated(publication), view, &transaction)
  }

  /// Adds to what was said about an article's publication, and re-dates what depends on it.
  func change(
    _ event: Event, _ stream: StreamName, _ kind: ArticleRecord.Change.Kind, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard var record = try article(stream, view, &transaction) else {
      throw .damaged(reason: "\(stream) has lost its article")
    }
    try index(event, .article(stream), view, &transaction)
    record.changes.append(
      ArticleRecord.Change(position: event.position, address: event.address, kind: kind))
    try put(record, view, &transaction)
    try rewriteDependents(of: stream, keepsVersions: true, view, &transaction)
  }

  func article(
    _ stream: StreamName, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) -> ArticleRecord? {
    let key = ArticleRecord.key(stream).bytes
    guard let bytes = try view.value(forKey: key, in: transaction) else { return nil }
    return try ArticleRecord(decoding: bytes)
  }

  func put(
    _ record: ArticleRecord, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let key = ArticleRecord.key(record.stream).bytes
    try view.put(record.encoded, forKey: key, in: &transaction)
  }

  /// The dates of publication that a chain may depend on.
  func published(
    for chain: [ChainEvent], _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) -> [PublicationSpan] {
    guard let root = chain.first, chain.contains(where: \.dependsOnPublication) else { return [] }
    return try article(root.address.stream, view, &transaction)?.published ?? []
  }

  /// Keeps the note that a report depends on its article's publication.
  func noteDependence(
    of chain: [ChainEvent], _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard let root = chain.first, chain.contains(where: \.dependsOnPublication) else { return }
    let key = Ledger.dependents(root.address.stream).adding(root.position).bytes
    try view.put([], forKey: key, in: &transaction)
  }

  func rewriteDependents(
    of stream: StreamName, keepsVersions: Bool, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let prefix = Ledger.dependents(stream).bytes
    for row in try view.rows(withPrefix: prefix, in: transaction) {
      let root = row.key.suffix(8).reduce(0) { $0 << 8 | UInt64($1) }
      try rewrite(
        Position(rawValue: root), fresh: nil, keepsVersions: keepsVersions, view, &transaction)
    }
  }

  static func dependents(_ stream: StreamName) -> ViewKey {
    ViewKey(.dependent).adding(stream.rawValue)
  }
}
