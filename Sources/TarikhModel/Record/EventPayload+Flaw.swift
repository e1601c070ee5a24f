internal import EDTF

/// What no reader could make sense of is neither written nor believed.
extension EventPayload {
  /// The first field whose value is out of its range, `nil` for a sound payload.
  var flaw: RecordField? {
    switch self {
    case .articleReceived(let article): article.length < 0 ? .length : nil
    case .reported(let report), .corrected(_, let report, _): report.flaw
    case .fact(let fact): fact.isRecordable ? nil : .bound
    case .retracted, .articleRedated, .redacted, .erased: nil
    }
  }
}

extension Report {
  fileprivate var flaw: RecordField? {
    if let evidence, !evidence.isRecordable { return .evidence }
    return quantities.contains { !$0.isRecordable } ? .quantity : nil
  }

  /// Throws where the report is what no reader could make sense of, or could read back.
  ///
  /// `when` and `evidence` are the report's own.
  func requireRecordable(_ when: When?, _ evidence: Evidence?) throws(RecordError) {
    if let evidence, !evidence.isRecordable { throw .malformed(.evidence) }
    for quantity in quantities where !quantity.isRecordable { throw .malformed(.quantity) }
    guard when?.relative?.depth ?? 0 <= EventRecord.relativeDateDepth else { throw .tooDeep }
  }
}

extension Evidence {
  fileprivate var isRecordable: Bool { range.isOrdered && trigger?.isOrdered ?? true }
}

extension Quantity {
  fileprivate var isRecordable: Bool { min?.isNaN != true && max?.isNaN != true }
}

extension Fact {
  var isRecordable: Bool { from.isRecordable && to?.isRecordable ?? true }
}

extension TextRange {
  fileprivate var isOrdered: Bool { start >= 0 && start <= end }
}

extension Day {
  /// Whether the day is one of ``Day/years``, far from the sentinels of records and from every
  /// overflow.
  var isRecordable: Bool { abs(rawValue.clamped) <= RecordLayout.dayLimit }
}

extension Int {
  /// This number, or the least one that can be negated.
  fileprivate var clamped: Int { Swift.max(self, -.max) }
}
