internal import EDTF

extension Format1 {
  static func bytes(of report: Report, form: Form) -> [UInt8] {
    let speech = report.attribution
    return SlotTable.assemble(
      fixed: fixedPart(of: report, form: form),
      slots: [
        utf8(report.when?.edtf.description),
        utf8(report.when?.expression),
        report.when?.relative.map { .bytes($0.bytes) } ?? .absent,
        utf8(speech?.speaker.rawValue),
        utf8(speech?.role),
        utf8(speech?.verb),
        SlotTable.list(of: (speech?.via ?? []).map { (ByteWriter(), [utf8($0.rawValue)]) }),
        utf8(report.evidence?.quote),
        form == .identity ? .absent : utf8(report.extractor.name),
        form == .identity ? .absent : utf8(report.extractor.version),
        SlotTable.list(of: report.participants.map(item)),
        SlotTable.list(of: report.quantities.map(item)),
      ])
  }

  private static func fixedPart(of report: Report, form: Form) -> ByteWriter {
    var fixed = ByteWriter(capacity: RecordLayout1.Report.byteCount)
    fixed.append(report.kind.tag)
    fixed.append(report.modality.tag)
    fixed.append(report.polarity.tag)
    fixed.append(report.aspect?.tag ?? 0)
    fixed.append(report.detail?.tag ?? 0)
    fixed.append(report.when?.relation.tag ?? 0)
    fixed.append(report.when?.certainty.tag ?? 0)
    fixed.append(report.attribution?.channel?.tag ?? 0)
    fixed.append(flags(of: report))
    fixed.pad(to: 8)
    let bounds = form == .identity ? nil : report.when?.edtf.bounds
    fixed.append(bounds.map { number(of: $0.earliest) } ?? 0)
    fixed.append(bounds.map { number(of: $0.latest) } ?? 0)
    append(report.evidence?.range, to: &fixed)
    append(report.evidence?.trigger, to: &fixed)
    fixed.append(report.saidIn ?? EventID(high: 0, low: 0))
    return fixed
  }

  private static func flags(of report: Report) -> UInt16 {
    typealias Flag = RecordLayout1.Report.Flag
    var flags: UInt16 = 0
    if report.when?.dependsOnPublication == true { flags |= Flag.dependsOnPublication }
    if let attribution = report.attribution {
      flags |= Flag.attributed
      if attribution.anonymous { flags |= Flag.anonymous }
      if attribution.quoted { flags |= Flag.quoted }
    }
    if let evidence = report.evidence {
      flags |= Flag.evidence
      if evidence.trigger != nil { flags |= Flag.trigger }
    }
    if report.saidIn != nil { flags |= Flag.saidIn }
    return flags
  }

  private static func append(_ range: TextRange?, to fixed: inout ByteWriter) {
    fixed.append(Int64(range?.start ?? 0))
    fixed.append(Int64(range?.end ?? 0))
  }

  private static func number(of bound: DayBound) -> Int64 {
    switch bound {
    case .day(let day): Int64(day.rawValue)
    case .open: RecordLayout.openDay
    case .unknown: RecordLayout.unknownDay
    }
  }

  private static func item(
    _ participant: Participant
  ) -> (fixed: ByteWriter, texts: [SlotTable.Content]) {
    var fixed = ByteWriter(capacity: RecordLayout1.Item.participantByteCount)
    fixed.append(UInt64(participant.role.tag))
    return (fixed, [utf8(participant.entity.rawValue), utf8(participant.text)])
  }

  private static func item(_ quantity: Quantity) -> (fixed: ByteWriter, texts: [SlotTable.Content])
  {
    var fixed = ByteWriter(capacity: RecordLayout1.Item.quantityByteCount)
    fixed.append(quantity.comparator.tag)
    fixed.append(quantity.measure.tag)
    fixed.append(UInt8((quantity.min == nil ? 0 : 1) | (quantity.max == nil ? 0 : 2)))
    fixed.pad(to: 8)
    fixed.append(quantity.min?.bitPattern ?? 0)
    fixed.append(quantity.max?.bitPattern ?? 0)
    return (
      fixed,
      [utf8(quantity.unit), utf8(quantity.of?.rawValue), utf8(quantity.expression)]
    )
  }
}
