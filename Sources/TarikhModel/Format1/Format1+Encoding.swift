internal import EDTF

extension Format1 {
  static func bytes(of article: Article) -> [UInt8] {
    var fixed = head(article.publication.basis.tag)
    fixed.append(Int64(article.length))
    fixed.append(article.text)
    return SlotTable.assemble(
      fixed: fixed,
      slots: [
        utf8(article.title), utf8(article.outlet), utf8(article.url), utf8(article.language),
        utf8(article.publication.date?.description), utf8(article.publication.reason),
      ])
  }

  static func bytes(of note: EditorialNote, target: EventAddress, slots: [[UInt8]]) -> [UInt8] {
    var fixed = ByteWriter()
    fixed.append(target.revision.rawValue)
    let own = [utf8(target.stream.rawValue), utf8(note.reason), utf8(note.by)]
    return SlotTable.assemble(fixed: fixed, slots: own + slots.map { .bytes($0) })
  }

  static func bytes(of publication: Publication, note: EditorialNote) -> [UInt8] {
    SlotTable.assemble(
      fixed: head(publication.basis.tag),
      slots: [
        utf8(publication.date?.description), utf8(publication.reason), utf8(note.reason),
        utf8(note.by),
      ])
  }

  static func bytes(of fact: Fact) -> [UInt8] {
    var fixed = ByteWriter()
    fixed.append(Int64(fact.from.rawValue))
    fixed.append(fact.to.map { Int64($0.rawValue) } ?? RecordLayout.openDay)
    return SlotTable.assemble(
      fixed: fixed, slots: [utf8(fact.subject.rawValue), utf8(fact.attribute), utf8(fact.value)])
  }

  /// A tag and seven reserved bytes.
  private static func head(_ tag: UInt8) -> ByteWriter {
    var head = ByteWriter()
    head.append(UInt64(tag))
    return head
  }

  static func utf8(_ text: String?) -> SlotTable.Content { text.map { .text($0) } ?? .absent }
}
