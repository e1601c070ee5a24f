/// Why a text is not an EDTF expression that can be used.
public enum EDTFError: Error, Hashable, Sendable {
  /// No reading of `text` as EDTF; `offset` counts Unicode scalars to the first that fits no rule.
  case notAnExpression(String, offset: Int)
  /// Well written, but a year is beyond ``Day/years``; `offset` as above.
  case yearOutOfRange(String, offset: Int)
}
