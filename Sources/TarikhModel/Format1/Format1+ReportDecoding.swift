internal import EDTF

extension Format1 {
  /// The report in a body of format version 1.
  static func report(_ bytes: RawSpan) throws(RecordError) -> Report {
    let view = try ReportView1(bytes)
    return Report(
      kind: view.kind, when: try view.when(), modality: view.modality,
      polarity: view.polarity, aspect: view.aspect, detail: view.detail,
      attribution: try view.attribution(), participants: try view.allParticipants(),
      quantities: try view.allQuantities(), evidence: try view.evidence(),
      saidIn: view.saidIn,
      extractor: ExtractorVersion(
        name: try view.requiredText(.extractorName, .extractor),
        version: try view.requiredText(.extractorVersion, .extractor)))
  }
}

extension ReportView1 {
  fileprivate func when() throws(RecordError) -> When? {
    guard let relation else { return nil }
    guard let certainty else { throw .malformed(.certainty) }
    var relative: RelativeDate?
    if let found = try slot(.relative, .relativeDate) {
      relative = try RelativeDateReader.date(in: found)
    }
    return When(
      edtf: try EDTFExpression(recorded: try requiredText(.edtf, .edtf), .edtf),
      expression: try text(.expression, .expression), relation: relation, certainty: certainty,
      dependsOnPublication: dependsOnPublication,
      relative: relative)
  }

  fileprivate func attribution() throws(RecordError) -> Attribution? {
    guard isAttributed else { return nil }
    var via: [EntityID] = []
    try links.requireDisjointTexts(.via)
    for index in 0..<links.count {
      via.append(EntityID(rawValue: try links.item(index).requiredText(0, .via)))
    }
    return Attribution(
      speaker: EntityID(rawValue: try requiredText(.speaker, .speaker)),
      role: try text(.role, .role),
      channel: try optional(bytes.byte(at: RecordLayout1.Report.channel), .channel),
      verb: try text(.verb, .verb), anonymous: isAnonymous,
      quoted: isQuoted, via: via)
  }

  fileprivate func evidence() throws(RecordError) -> Evidence? {
    guard let evidenceRange else { return nil }
    return Evidence(
      quote: try requiredText(.quote, .evidence), range: evidenceRange, trigger: trigger)
  }

  fileprivate func allParticipants() throws(RecordError) -> [Participant] {
    try participants.requireDisjointTexts(.participant)
    var all: [Participant] = []
    for index in 0..<participantCount {
      let view = try participant(at: index)
      guard let entity = view.entity.text(), let text = view.text.text() else {
        throw .malformed(.participant)
      }
      all.append(
        Participant(role: view.role, entity: EntityID(rawValue: entity), text: text))
    }
    return all
  }

  fileprivate func allQuantities() throws(RecordError) -> [Quantity] {
    try quantities.requireDisjointTexts(.quantity)
    var all: [Quantity] = []
    for index in 0..<quantityCount { all.append(try quantity(at: index).value()) }
    return all
  }

  fileprivate func text(
    _ slot: RecordLayout1.Report.Slot, _ field: RecordField
  ) throws(RecordError) -> String? {
    try slots.text(slot.rawValue, field)
  }

  fileprivate func requiredText(
    _ slot: RecordLayout1.Report.Slot, _ field: RecordField
  ) throws(RecordError) -> String {
    try slots.requiredText(slot.rawValue, field)
  }
}

extension QuantityView1 {
  fileprivate func value() throws(RecordError) -> Quantity {
    guard let unit = unit.text(), let expression = expression.text() else {
      throw .malformed(.quantity)
    }
    var owner: EntityID?
    if let of {
      guard let text = of.text() else { throw .malformed(.quantity) }
      owner = EntityID(rawValue: text)
    }
    return Quantity(
      min: min, max: max, comparator: comparator, unit: unit, measure: measure, of: owner,
      expression: expression)
  }
}
