internal import EDTF

extension EventBody {
  /// Adds the report: what has a fixed size first, then the lengths of its parts, then the parts.
  static func append(
    _ report: Report, to writer: inout ByteWriter, by parts: inout ReportParts
  ) throws(RecordError) {
    // Taken out once: each look at one of them would copy it.
    let (when, speech, evidence) = (report.when, report.attribution, report.evidence)
    try report.requireRecordable(when, evidence)
    writer.append(report.kind.tag)
    writer.append(report.modality.tag)
    writer.append(report.polarity.tag)
    writer.append(report.aspect?.tag ?? 0)
    writer.append(report.detail?.tag ?? 0)
    append(when, speech, evidence, isSaidIn: report.saidIn != nil, to: &writer)
    parts.removeAll()
    parts.add(when, speech, evidence)
    parts.add(report)
    writer.append(parts.presence)
    if let bounds = when?.edtf.bounds {
      writer.append(number(of: bounds.earliest))
      writer.append(number(of: bounds.latest))
    }
    if let saidIn = report.saidIn { writer.append(saidIn) }
    writer.append(evidence?.range)
    writer.append(evidence?.trigger)
    writer.append(contentsOf: parts.lengths.written)
    writer.append(contentsOf: parts.contents.written)
  }

  /// Adds the choices of date and speech, and the flags.
  private static func append(
    _ when: When?, _ speech: Attribution?, _ evidence: Evidence?, isSaidIn: Bool,
    to writer: inout ByteWriter
  ) {
    typealias Flag = RecordLayout.ReportFlag
    var flags: UInt16 = isSaidIn ? Flag.saidIn : 0
    writer.append(when?.relation.tag ?? 0)
    writer.append(when?.certainty.tag ?? 0)
    if when?.dependsOnPublication == true { flags |= Flag.dependsOnPublication }
    writer.append(speech?.channel?.tag ?? 0)
    if let speech {
      flags |= Flag.attributed
      if speech.anonymous { flags |= Flag.anonymous }
      if speech.quoted { flags |= Flag.quoted }
    }
    if let evidence {
      flags |= Flag.evidence
      if evidence.trigger != nil { flags |= Flag.trigger }
    }
    writer.append(flags)
  }

  private static func number(of bound: DayBound) -> Int64 {
    switch bound {
    case .day(let day): Int64(day.rawValue)
    case .open: RecordLayout.openDay
    case .unknown: RecordLayout.unknownDay
    }
  }
}

/// The parts of a report that are there, one after another, and how long each is.
struct ReportParts {
  private(set) var presence: UInt16 = 0
  private(set) var lengths = ByteWriter(capacity: 24)
  private(set) var contents = ByteWriter(capacity: 1024)

  /// Begins anew in the room that is there.
  mutating func removeAll() {
    presence = 0
    lengths.removeAll()
    contents.removeAll()
  }

  mutating func add(_ when: When?, _ speech: Attribution?, _ evidence: Evidence?) {
    if let when {
      add(.edtf, when.edtf.description)
      add(.expression, when.expression)
      if let relative = when.relative?.bytes {
        add(.relative) { $0.append(contentsOf: relative) }
      }
    }
    if let speech {
      add(.speaker, speech.speaker.rawValue)
      add(.role, speech.role)
      add(.verb, speech.verb)
      add(.via, speech.via) { $0.append(text: $1.rawValue) }
    }
    add(.quote, evidence?.quote)
  }

  mutating func add(_ report: Report) {
    add(.extractorName, report.extractor.name)
    add(.extractorVersion, report.extractor.version)
    add(.participants, report.participants) { writer, item in
      writer.append(item.role.tag)
      writer.append(text: item.entity.rawValue)
      writer.append(text: item.text)
    }
    add(.quantities, report.quantities) { $0.append($1) }
  }

  private mutating func add(
    _ part: RecordLayout.ReportPart, _ body: (inout ByteWriter) -> Void
  ) {
    let start = contents.count
    body(&contents)
    presence |= part.bit
    lengths.append(length: contents.count - start)
  }

  private mutating func add(_ part: RecordLayout.ReportPart, _ text: String?) {
    guard let text else { return }
    add(part) { $0.append(contentsOf: text.utf8) }
  }

  private mutating func add<Item>(
    _ part: RecordLayout.ReportPart, _ items: [Item], _ append: (inout ByteWriter, Item) -> Void
  ) {
    guard !items.isEmpty else { return }
    add(part) { writer in
      writer.append(length: items.count)
      for item in items { append(&writer, item) }
    }
  }
}

extension ByteWriter {
  fileprivate mutating func append(_ quantity: Quantity) {
    typealias Flag = RecordLayout.QuantityFlag
    append(quantity.comparator.tag)
    append(quantity.measure.tag)
    let (min, max) = (quantity.min?.bitPattern, quantity.max?.bitPattern)
    let isSame = min != nil && min == max
    var flags: UInt8 = 0
    if min != nil { flags |= Flag.min }
    if max != nil, !isSame { flags |= Flag.max }
    if quantity.of != nil { flags |= Flag.of }
    if isSame { flags |= Flag.same }
    append(flags)
    if let min { append(min) }
    if let max, !isSame { append(max) }
    append(text: quantity.unit)
    append(optional: quantity.of?.rawValue)
    append(text: quantity.expression)
  }
}
