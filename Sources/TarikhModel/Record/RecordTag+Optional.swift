internal import EDTF

extension DayBound {
  /// Whether the bound is none, or a day that a record may hold.
  var isRecordable: Bool { day?.isRecordable ?? true }
}

/// The case with this tag, `nil` for 0.
func optional<Choice: RecordTag>(
  _ tag: UInt8, _ field: RecordField
) throws(RecordError) -> Choice? {
  if tag == 0 { return nil }
  guard let choice = Choice(tag: tag) else { throw .malformed(field) }
  return choice
}
