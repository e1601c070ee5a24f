internal import LMDB
internal import TarikhModel

/// Redaction: the erased event never said anything, at any position, so that a view that saw
/// its words and one that is built when they are gone are the same.
extension Ledger {
  /// An event whose body is gone already.
  func takeErased(
    _ event: Event, _ type: EventType, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    // An article stays an article: its stream can still be re-dated.
    if type == .articleReceived {
      try index(event, .article(event.stream), view, &transaction)
      try put(record(event, nil), view, &transaction)
    } else {
      try index(event, .none, view, &transaction)
    }
    try noteErased(event.position, type, view, &transaction)
  }

  /// Takes back all that the event at `address` did.
  func erase(
    _ address: EventAddress, before position: Position, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard let entry = try entry(at: address, before: position, view, &transaction) else { return }
    if entry.type != .articleReceived { try disown(entry, address, view, &transaction) }
    let ignored = ViewKey(.ignored).adding(entry.position).bytes
    try view.delete(ignored, in: &transaction)
    try noteErased(entry.position, entry.type, view, &transaction)
    switch entry.owner {
    case .none: break
    case .chain(let root):
      try erase(entry.position, at: address, from: root, view, &transaction)
    case .article(let stream): try erase(entry.position, from: stream, view, &transaction)
    }
  }

  private func erase(
    _ position: Position, at address: EventAddress, from root: Position, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let chain = try chain(root, view, &transaction)
    var kept: Set<Position> = [.zero]
    for link in chain {
      if link.position != position && kept.contains(link.target) {
        kept.insert(link.position)
        continue
      }
      try view.delete(link.key(root: root).bytes, in: &transaction)
      if link.position != position {
        try disown(link.position, link.address, link.role.type, view, &transaction)
      }
    }
    // A report that nothing changes any more has no chain, as if nothing ever had.
    if kept == [.zero, root], let first = chain.first {
      try view.delete(first.key(root: root).bytes, in: &transaction)
      try view.delete(EventEntry.key(first.address).bytes, in: &transaction)
    }
    if !chain.contains(where: { $0.dependsOnPublication && kept.contains($0.position) }) {
      let stream = chain.first?.address.stream ?? address.stream
      let key = Ledger.dependents(stream).adding(root).bytes
      try view.delete(key, in: &transaction)
    }
    try rewrite(root, fresh: nil, keepsVersions: true, view, &transaction)
  }

  private func erase(
    _ position: Position, from stream: StreamName, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard var record = try article(stream, view, &transaction) else { return }
    if position == record.received { record.details = nil }
    var kept: [ArticleRecord.Change] = []
    for change in record.changes where change.position != position {
      let target = change.kind.target
      if target == nil || kept.contains(where: { $0.position == target }) {
        kept.append(change)
      } else {
        try disown(change.position, change.address, .retracted, view, &transaction)
      }
    }
    record.changes = kept
    try put(record, view, &transaction)
    try rewriteDependents(of: stream, keepsVersions: false, view, &transaction)
  }

  /// What targeted an erased event targets nothing.
  private func disown(
    _ position: Position, _ address: EventAddress, _ type: EventType, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let entry = EventEntry(position: position, type: type, owner: .none)
    try disown(entry, address, view, &transaction)
    try ignore(position, address, .noTarget, view, &transaction)
  }

  private func disown(
    _ entry: EventEntry, _ address: EventAddress, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    if !keepsReports { return try view.delete(EventEntry.key(address).bytes, in: &transaction) }
    var entry = entry
    entry.owner = .none
    try view.put(entry.encoded, forKey: EventEntry.key(address).bytes, in: &transaction)
  }

  /// Only reports and corrections are missed: of the rest nobody asks.
  private func noteErased(
    _ position: Position, _ type: EventType, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard keepsReports, type == .reported || type == .corrected else { return }
    try view.put([], forKey: ViewKey(.erased).adding(position).bytes, in: &transaction)
  }
}
