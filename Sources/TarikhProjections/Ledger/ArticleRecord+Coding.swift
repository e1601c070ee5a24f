internal import EDTF
internal import TarikhModel

extension ArticleRecord {
  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(stream.rawValue)
    writer.write(received)
    writer.write(recorded.rawValue)
    writer.write(details) { $0.write($1) }
    writer.write(UInt64(changes.count))
    for change in changes {
      writer.write(change.position)
      writer.write(change.address)
      writer.write(change.kind.target) { $0.write($1) }
      writer.write(change.kind.publication) { $0.write($1) }
    }
    return writer.bytes
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    stream = try reader.stream()
    received = try reader.position()
    recorded = RecordedTime(rawValue: try reader.signed())
    details = try reader.optional { (reader) throws(ViewError) in try reader.details() }
    changes = []
    for _ in 0..<(try reader.number()) { changes.append(try reader.change()) }
  }
}

extension RowWriter {
  fileprivate mutating func write(_ details: ArticleRecord.Details) {
    write(details.title)
    write(details.outlet)
    write(details.url)
    write(details.language)
    write(details.publication)
  }

  fileprivate mutating func write(_ publication: Publication) {
    write(publication.date?.description)
    write(publication.basis.rawValue)
    write(publication.reason)
  }
}

extension RowReader {
  fileprivate mutating func details() throws(ViewError) -> ArticleRecord.Details {
    ArticleRecord.Details(
      title: try optionalText(), outlet: try optionalText(), url: try optionalText(),
      language: try text(), publication: try publication())
  }

  fileprivate mutating func publication() throws(ViewError) -> Publication {
    Publication(
      date: try optional { (reader) throws(ViewError) in try reader.expression() },
      basis: try named(Publication.Basis.self), reason: try optionalText())
  }

  fileprivate mutating func change() throws(ViewError) -> ArticleRecord.Change {
    let (position, address) = (try position(), try address())
    let target = try optional { (reader) throws(ViewError) in try reader.position() }
    let publication = try optional { (reader) throws(ViewError) in try reader.publication() }
    guard
      let kind = target.map(ArticleRecord.Change.Kind.retracted)
        ?? publication.map(ArticleRecord.Change.Kind.redated)
    else { throw .damaged(reason: "a change of publication") }
    return ArticleRecord.Change(position: position, address: address, kind: kind)
  }

  mutating func expression() throws(ViewError) -> EDTFExpression {
    let text = try text()
    do throws(EDTFError) { return try EDTFExpression(parsing: text) } catch {
      throw .damaged(reason: "\(text) is not EDTF")
    }
  }
}
