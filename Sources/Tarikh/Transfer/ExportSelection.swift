public import TarikhModel

/// Which events an export holds.
public struct ExportSelection: Hashable, Sendable {
  /// First position, inclusive.
  public var from: Position
  /// Last position, inclusive; `nil` for the head.
  public var until: Position?
  /// One stream only; such an export is for reading and cannot be imported.
  public var stream: StreamName?

  public init(
    from: Position = Position(rawValue: 1), until: Position? = nil, stream: StreamName? = nil
  ) {
    self.from = from
    self.until = until
    self.stream = stream
  }
}
