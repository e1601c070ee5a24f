import Tarikh

/// Lines of the peers' workload as events of ours, with nothing of them left out.
struct PeerEvents {
  private var addresses: [EventID: EventAddress] = [:]

  private static let kinds: [String: ReportKind] = [
    "troop-level": .forceLevel, "stated-position": .statement, "base-status": .control,
    "attack-count": .attack, "agreement-status": .agreement, "office-holder": .office,
    "casualties": .casualty, "budget": .decision, "controlled-by": .control,
    "vote-result": .decision, "sanction-status": .decision, "mission-status": .mission,
  ]

  /// The event that the line tells; `nil` where the line makes no sense.
  mutating func event(_ line: PeerLine) -> (stream: StreamName, event: NewEvent)? {
    guard let stream = try? StreamName(line.stream) else { return nil }
    addresses[line.id] = EventAddress(
      stream: stream, revision: Revision(rawValue: line.revision))
    guard let payload = payload(line) else { return nil }
    return (stream, NewEvent(id: line.id, payload: payload))
  }

  private func payload(_ line: PeerLine) -> EventPayload? {
    guard let corrected = line.corrects else {
      return Self.report(line).map(EventPayload.reported)
    }
    guard let target = addresses[corrected] else { return nil }
    guard line.type == "Corrected" else {
      let note = EditorialNote(reason: line.evidence, by: "\(line.speaker), \(line.source)")
      return .retracted(target: target, note: note)
    }
    let note = EditorialNote(reason: "", by: line.source)
    return Self.report(line).map { .corrected(target: target, report: $0, note: note) }
  }

  private static func report(_ line: PeerLine) -> Report? {
    let dates = "\(line.validFrom)/\(line.validTo ?? "..")"
    guard let kind = kinds[line.attribute], let edtf = try? EDTFExpression(parsing: dates) else {
      return nil
    }
    var participants = [
      Participant(
        role: .actor, entity: EntityID(rawValue: line.subject), text: line.attribute)
    ]
    var quantities: [Quantity] = []
    if let value = line.value {
      if let number = Double(value) {
        quantities.append(
          Quantity(
            min: number, max: number, comparator: .equal, unit: "", measure: .stock, of: nil,
            expression: ""))
      } else {
        participants.append(
          Participant(role: .object, entity: EntityID(rawValue: value), text: ""))
      }
    }
    return Report(
      kind: kind,
      when: When(
        edtf: edtf, expression: nil, relation: .during, certainty: .exact,
        dependsOnPublication: false, relative: nil),
      modality: .asserted, polarity: .positive, aspect: nil, detail: nil,
      attribution: Attribution(
        speaker: EntityID(rawValue: line.speaker), role: nil, channel: nil, verb: nil,
        anonymous: false, quoted: false, via: [EntityID(rawValue: line.source)]),
      participants: participants, quantities: quantities,
      evidence: Evidence(
        quote: line.evidence,
        range: TextRange(start: 0, end: line.evidence.unicodeScalars.count), trigger: nil),
      saidIn: nil, extractor: ExtractorVersion(name: "bench", version: "1"))
  }
}
