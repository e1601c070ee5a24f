internal import EDTF

extension ReportView {
  /// The whole report as a value.
  func report() throws(RecordError) -> Report {
    Report(
      kind: kind, when: try when(), modality: modality, polarity: polarity, aspect: aspect,
      detail: detail, attribution: try attribution(), participants: try allParticipants(),
      quantities: try allQuantities(), evidence: try evidence(), saidIn: saidIn,
      extractor: ExtractorVersion(
        name: try requiredText(.extractorName, .extractor),
        version: try requiredText(.extractorVersion, .extractor)))
  }

  private func when() throws(RecordError) -> When? {
    guard let relation, let certainty else { return nil }
    var relative: RelativeDate?
    if let bytes = part(.relative) { relative = try RelativeDateReader.date(in: bytes) }
    return When(
      edtf: try EDTFExpression(recorded: try requiredText(.edtf, .edtf), .edtf),
      expression: try text(.expression, .expression), relation: relation, certainty: certainty,
      dependsOnPublication: dependsOnPublication, relative: relative)
  }

  private func attribution() throws(RecordError) -> Attribution? {
    guard isAttributed else { return nil }
    var via: [EntityID] = []
    var links = try self.via()
    while let link = try links.nextEntity() {
      via.append(EntityID(rawValue: try text(link, .via)))
    }
    return Attribution(
      speaker: EntityID(rawValue: try requiredText(.speaker, .speaker)),
      role: try text(.role, .role), channel: channel, verb: try text(.verb, .verb),
      anonymous: isAnonymous, quoted: isQuoted, via: via)
  }

  private func evidence() throws(RecordError) -> Evidence? {
    guard let evidenceRange else { return nil }
    return Evidence(
      quote: try requiredText(.quote, .evidence), range: evidenceRange, trigger: trigger)
  }

  private func allParticipants() throws(RecordError) -> [Participant] {
    var all: [Participant] = []
    var items = try participants()
    while let item = try items.nextParticipant() {
      all.append(
        Participant(
          role: item.role, entity: EntityID(rawValue: try text(item.entity, .participant)),
          text: try text(item.text, .participant)))
    }
    return all
  }

  private func allQuantities() throws(RecordError) -> [Quantity] {
    var all: [Quantity] = []
    var items = try quantities()
    while let item = try items.nextQuantity() {
      var owner: EntityID?
      if let of = item.of { owner = EntityID(rawValue: try text(of, .quantity)) }
      all.append(
        Quantity(
          min: item.min, max: item.max, comparator: item.comparator,
          unit: try text(item.unit, .quantity), measure: item.measure, of: owner,
          expression: try text(item.expression, .quantity)))
    }
    return all
  }

  private func text(
    _ part: RecordLayout.ReportPart, _ field: RecordField
  ) throws(RecordError) -> String? {
    guard let bytes = self.part(part) else { return nil }
    return try text(bytes, field)
  }

  private func requiredText(
    _ part: RecordLayout.ReportPart, _ field: RecordField
  ) throws(RecordError) -> String {
    guard let text = try text(part, field) else { throw .malformed(field) }
    return text
  }

  private func text(_ bytes: RawSpan, _ field: RecordField) throws(RecordError) -> String {
    guard let text = bytes.text() else { throw .malformed(field) }
    return text
  }
}
