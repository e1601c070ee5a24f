internal import TarikhModel

/// One event of a chain: a report or fact, and all that corrects and retracts it.
struct ChainEvent: Hashable, Sendable {
  var position: Position
  var address: EventAddress
  var role: Role
  /// The event that it corrects or retracts; `.zero` for the root.
  var target: Position
  /// Whether its words give a date that rests on the article's date of publication.
  var dependsOnPublication: Bool

  enum Role: UInt8, Hashable, Sendable {
    case report = 1
    case fact, correction, retraction

    var type: EventType {
      switch self {
      case .report: .reported
      case .fact: .fact
      case .correction: .corrected
      case .retraction: .retracted
      }
    }
  }

  static func prefix(root: Position) -> ViewKey { ViewKey(.chain).adding(root) }

  func key(root: Position) -> ViewKey { ChainEvent.prefix(root: root).adding(position) }

  var encoded: [UInt8] {
    var writer = RowWriter()
    writer.write(position)
    writer.write(address)
    writer.write(role.rawValue)
    writer.write(target)
    writer.write(dependsOnPublication)
    return writer.bytes
  }
}

extension ChainEvent {
  /// The root that a report or fact is; of an erased one nobody can say on what it depended.
  init?(root event: Event) {
    let role: Role
    var depends = false
    switch event.payload {
    case .reported(let report):
      role = .report
      depends = report.when?.dependsOnPublication ?? false
    case .fact, .erased(.fact, _): role = .fact
    case .erased(.reported, _): role = .report
    default: return nil
    }
    self.init(
      position: event.position, address: event.address, role: role, target: .zero,
      dependsOnPublication: depends)
  }

  init(decoding bytes: [UInt8]) throws(ViewError) {
    var reader = RowReader(bytes)
    position = try reader.position()
    address = try reader.address()
    guard let role = Role(rawValue: try reader.byte()) else {
      throw .damaged(reason: "an event of a chain")
    }
    self.role = role
    target = try reader.position()
    dependsOnPublication = try reader.flag()
  }
}
