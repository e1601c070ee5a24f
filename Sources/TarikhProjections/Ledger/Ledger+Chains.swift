internal import LMDB
internal import TarikhModel

extension Ledger {
  func correct(
    _ event: Event, _ target: EventAddress, _ report: Report, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard let entry = try entry(at: target, before: event.position, view, &transaction) else {
      return try ignore(event, .noTarget, view, &transaction)
    }
    guard entry.type == .reported || entry.type == .corrected else {
      return try ignore(event, .unfitTarget, view, &transaction)
    }
    guard case .chain(let root) = entry.owner else {
      return try ignore(event, .noTarget, view, &transaction)
    }
    let link = ChainEvent(
      position: event.position, address: event.address, role: .correction,
      target: entry.position, dependsOnPublication: report.when?.dependsOnPublication ?? false)
    try add(link, event, to: root, view, &transaction)
    guard let first = try first(of: root, view, &transaction) else { return }
    try replaceLast(of: first, by: link, event, view, &transaction)
  }

  func retract(
    _ event: Event, _ target: EventAddress, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard let entry = try entry(at: target, before: event.position, view, &transaction) else {
      return try ignore(event, .noTarget, view, &transaction)
    }
    guard entry.type != .articleReceived && entry.type != .redacted else {
      return try ignore(event, .unfitTarget, view, &transaction)
    }
    switch entry.owner {
    case .none: try ignore(event, .noTarget, view, &transaction)
    case .chain(let root):
      let link = ChainEvent(
        position: event.position, address: event.address, role: .retraction,
        target: entry.position, dependsOnPublication: false)
      try add(link, event, to: root, view, &transaction)
      try rewrite(root, fresh: event, keepsVersions: true, view, &transaction)
    case .article(let stream):
      try change(event, stream, .retracted(entry.position), view, &transaction)
    }
  }

  private func add(
    _ link: ChainEvent, _ event: Event, to root: Position, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    try keepRoot(root, view, &transaction)
    try index(event, .chain(root: root), view, &transaction)
    try view.put(link.encoded, forKey: link.key(root: root).bytes, in: &transaction)
  }

  /// The first change of a report or fact makes a chain of it.
  private func keepRoot(
    _ position: Position, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard try first(of: position, view, &transaction) == nil,
      let event = try view.event(at: position), let root = ChainEvent(root: event)
    else { return }
    let entry = EventEntry(
      position: position, type: root.role.type, owner: .chain(root: position))
    try view.put(entry.encoded, forKey: EventEntry.key(event.address).bytes, in: &transaction)
    try view.put(root.encoded, forKey: root.key(root: position).bytes, in: &transaction)
  }

  private func first(
    of root: Position, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) -> ChainEvent? {
    let key = ChainEvent.prefix(root: root).adding(root).bytes
    guard let bytes = try view.value(forKey: key, in: transaction) else { return nil }
    return try ChainEvent(decoding: bytes)
  }

  /// A report or fact and all that changed it; nothing where it is erased and nothing did.
  func chain(
    _ root: Position, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) -> [ChainEvent] {
    var chain: [ChainEvent] = []
    let prefix = ChainEvent.prefix(root: root).bytes
    for row in try view.rows(withPrefix: prefix, in: transaction) {
      chain.append(try ChainEvent(decoding: row.value))
    }
    guard chain.isEmpty, let event = try view.event(at: root) else { return chain }
    if case .erased = event.payload { return [] }
    return ChainEvent(root: event).map { [$0] } ?? []
  }
}
