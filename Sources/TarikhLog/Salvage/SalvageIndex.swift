internal import LMDB
internal import TarikhModel

/// Where the provable entries of a log's data file lie.
///
/// An event is believed when its record matches its checksum and the position it is stored under,
/// a text when it has the digest it is stored under, a head when its root is that of its subtrees.
struct SalvageIndex {
  private(set) var events: [UInt64: Found] = [:]
  private(set) var texts: [Digest: LeafPages.Place] = [:]
  /// What redactions name: its words are not given out again, wherever they are found.
  private(set) var redacted: Set<EventAddress> = []
  /// The articles that were received, by position.
  private(set) var articles: [UInt64: Received] = [:]
  private(set) var head: MerkleFrontier?

  /// The version of an event that is believed.
  struct Found {
    var place: LeafPages.Place
    var recorded: RecordedTime
    var isErased: Bool
  }

  struct Received {
    var address: EventAddress
    var text: Digest
  }

  /// Of positions, of digests, and of "head".
  static let keyLengths: Set = [8, Digest.byteCount, MetaKey.head.count]

  /// Takes note of an entry, if its value proves itself.
  mutating func take(_ key: [UInt8], _ value: [UInt8], _ place: LeafPages.Place) {
    switch key.count {
    case 8:
      let position = key.reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      takeEvent(position, value, place)
    case Digest.byteCount:
      let digest = Digest.sha256(of: value.span.bytes)
      if digest.bytes == key { texts[digest] = place }
    default:
      guard key == MetaKey.head, let found = Self.tree(of: value) else { return }
      if found.size >= head?.size ?? 0 { head = found }
    }
  }

  /// The tree of a head of any layout; `nil` unless its root is the one of its subtrees.
  private static func tree(of head: [UInt8]) -> MerkleFrontier? {
    LogHeadRecord(head.span.bytes)?.tree ?? LogHeadRecord.treeOfLayout1(head.span.bytes)
  }

  private mutating func takeEvent(
    _ position: UInt64, _ value: [UInt8], _ place: LeafPages.Place
  ) {
    guard let view = try? EventRecordView(value.span.bytes), view.position.rawValue == position,
      position > 0, position < .max
    else { return }
    let found = Found(place: place, recorded: view.recorded, isErased: view.isErased)
    if let known = events[position], !found.replaces(known) { return }
    guard let event = try? view.event() else { return }
    events[position] = found
    articles[position] = nil
    switch EventRequirement(event.payload) {
    case .text(let digest): articles[position] = Received(address: event.address, text: digest)
    case .target(let address): redacted.insert(address)
    case nil: break
    }
  }
}

extension SalvageIndex.Found {
  /// Whether this version is to be believed instead of `other`.
  ///
  /// What was erased stays so. Two that say different things at one position come from a commit
  /// that a crash undid and the one that took its place, which is the later.
  fileprivate func replaces(_ other: SalvageIndex.Found) -> Bool {
    if isErased != other.isErased { return isErased }
    return recorded > other.recorded
  }
}
