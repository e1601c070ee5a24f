internal import TarikhModel

/// Which version of which report a row is of, and over which positions it stands.
struct RowIdentity: Hashable, Sendable {
  var ending: ReportVersion.Ending?
  var from: Position
  /// The report's own place, under which it is cited.
  var root: Position
  var rootAddress: EventAddress
  /// The event that words it.
  var content: Position
  var contentAddress: EventAddress

  func stands(at position: Position) -> Bool {
    guard from <= position else { return false }
    guard let ending else { return true }
    return position < ending.position
  }

  init(
    ending: ReportVersion.Ending?, from: Position, root: Position, rootAddress: EventAddress,
    content: Position, contentAddress: EventAddress
  ) {
    self.ending = ending
    self.from = from
    self.root = root
    self.rootAddress = rootAddress
    self.content = content
    self.contentAddress = contentAddress
  }

  init(_ words: Ledger.VersionedContent) {
    ending = words.version.ending
    from = words.version.from
    root = words.root.position
    rootAddress = words.root.address
    content = words.content.position
    contentAddress = words.content.address
  }
}

extension RowWriter {
  /// All but the ending, which the ledger writes.
  mutating func write(_ identity: RowIdentity) {
    write(identity.from)
    write(identity.root)
    write(identity.rootAddress)
    write(identity.content)
    write(identity.contentAddress)
  }
}

extension RowIdentity {
  init(from reader: inout RowReader) throws(ViewError) {
    ending = try reader.ending()
    from = try reader.position()
    root = try reader.position()
    rootAddress = try reader.address()
    content = try reader.position()
    contentAddress = try reader.address()
  }
}
