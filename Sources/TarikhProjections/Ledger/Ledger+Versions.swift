internal import LMDB
internal import TarikhModel

extension Ledger {
  /// The first version of a report or fact, without looking at what can't be there yet.
  func openFirst(
    _ root: ChainEvent, _ event: Event, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    try noteDependence(of: [root], view, &transaction)
    let version = ReportVersion(
      from: root.position, content: root.position, publishedSince: .zero, ending: nil)
    try open(version, root, [], fresh: event, view, &transaction)
  }

  /// A correction just recorded words the report, if the report itself is in force; the rest of
  /// its chain need not be looked at, however long it is.
  func replaceLast(
    of root: ChainEvent, by link: ChainEvent, _ event: Event, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    try noteDependence(of: [root, link], view, &transaction)
    let prefix = ReportVersion.prefix(root: root.position).bytes
    guard let row = try view.lastRow(withPrefix: prefix, in: transaction) else { return }
    let last = try StoredVersion(decoding: row.value)
    guard last.version.ending == nil else { return }
    var ended = last.version
    ended.ending = ReportVersion.Ending(position: link.position, reason: .replaced)
    try end(last, as: ended, root.position, view, &transaction)
    let version = ReportVersion(
      from: link.position, content: link.position, publishedSince: .zero, ending: nil)
    try open(version, root, [], fresh: event, view, &transaction)
  }

  /// Brings the rows of a report to what its chain and its article now say.
  ///
  /// - Parameter fresh: the event that changed something, to spare reading it from the log.
  /// - Parameter keepsVersions: whether a version that begins as before says what it said: not
  ///   so where a date of publication was erased and an older one is known in its place.
  func rewrite(
    _ root: Position, fresh: Event?, keepsVersions: Bool, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let chain = try chain(root, view, &transaction)
    try noteDependence(of: chain, view, &transaction)
    let published = try published(for: chain, view, &transaction)
    var stored: [StoredVersion] = []
    for row in try view.rows(
      withPrefix: ReportVersion.prefix(root: root).bytes, in: transaction)
    {
      stored.append(try StoredVersion(decoding: row.value))
    }
    let versions = ReportVersion.versions(of: chain, published: published)
    let next = Dictionary(uniqueKeysWithValues: versions.map { ($0.from, $0) })
    let kept = stored.filter {
      keepsVersions && next[$0.version.from]?.isSameBeginning(as: $0.version) ?? false
    }
    let before = Dictionary(uniqueKeysWithValues: kept.map { ($0.version.from, $0) })
    for old in stored where before[old.version.from] == nil {
      for key in old.keys { try view.delete(key, in: &transaction) }
      try view.delete(old.version.key(root: root).bytes, in: &transaction)
    }
    guard let first = chain.first else { return }
    for version in versions {
      if let old = before[version.from] {
        if old.version.ending != version.ending {
          try end(old, as: version, root, view, &transaction)
        }
      } else {
        try open(version, first, published, fresh: fresh, view, &transaction)
      }
    }
  }

  /// Closes a version, or opens it again.
  private func end(
    _ old: StoredVersion, as version: ReportVersion, _ root: Position, _ view: View,
    _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    var head = RowWriter()
    head.write(version.ending)
    for key in old.keys {
      guard let value = try view.value(forKey: key, in: transaction) else {
        throw .damaged(reason: "a version has lost one of its rows")
      }
      let changed = head.bytes + value.dropFirst(RowReader.endingByteCount)
      try view.put(changed, forKey: key, in: &transaction)
    }
    let stored = StoredVersion(version: version, keys: old.keys)
    try view.put(stored.encoded, forKey: version.key(root: root).bytes, in: &transaction)
  }

  private func open(
    _ version: ReportVersion, _ root: ChainEvent, _ published: [PublicationSpan],
    fresh: Event?, _ view: View, _ transaction: inout WriteTransaction
  ) throws(ViewError) {
    let content =
      fresh?.position == version.content ? fresh : try view.event(at: version.content)
    var keys: [[UInt8]] = []
    var head = RowWriter()
    head.write(version.ending)
    // A body that was erased since has no words any more; the redaction comes later in the log.
    if let content, let words = words(of: content, version, root, published) {
      for row in rows(words) {
        keys.append(row.key)
        try view.put(head.bytes + row.value, forKey: row.key, in: &transaction)
      }
    }
    let stored = StoredVersion(version: version, keys: keys)
    try view.put(stored.encoded, forKey: version.key(root: root.position).bytes, in: &transaction)
  }

  private func words(
    of content: Event, _ version: ReportVersion, _ root: ChainEvent,
    _ published: [PublicationSpan]
  ) -> VersionedContent? {
    var words = VersionedContent(
      version: version, root: root, content: content, report: nil, fact: nil)
    switch content.payload {
    case .reported(var report), .corrected(_, var report, _):
      if version.publishedSince != .zero {
        let publication = published.known(at: version.publishedSince)
        report.when = report.when?.redated(by: publication)
      }
      words.report = report
    case .fact(let fact): words.fact = fact
    case .articleReceived, .retracted, .articleRedated, .redacted, .erased: return nil
    }
    return words
  }
}

extension ReportVersion {
  /// Whether the two differ at most in how they end.
  fileprivate func isSameBeginning(as other: ReportVersion) -> Bool {
    from == other.from && content == other.content && publishedSince == other.publishedSince
  }
}
