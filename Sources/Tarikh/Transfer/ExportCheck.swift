internal import Foundation
internal import TarikhInterchange
public import TarikhLog
public import TarikhModel

/// An export that is sound.
public struct CheckedExport: Hashable, Sendable {
  public var found: Verification
  /// The head of the log that it was taken from.
  public var takenAt: Position

  /// Whether it goes up to that head; the root of a part is named in no header, so only old
  /// heads can vouch for it.
  public var isWhole: Bool { found.head.position == takenAt }
}

/// Checks an export without a store, in one pass: every event's hash, its place in its stream and
/// in time, the texts of articles, redactions, the tree head, and old heads held against it.
///
/// Memory: for each event eight bytes in a set, for each stream its name and last revision, for
/// each text its digest; not the events. Time: O(1) an event, one Merkle node on average.
struct ExportCheck {
  private struct Stream {
    var number: Int
    var last: Revision
  }

  /// An event by the number of its stream, which is shorter than its name.
  private struct Place: Hashable {
    var stream: Int
    var revision: Revision
  }

  private let place: String
  private var tree = MerkleFrontier()
  private var roots: MerkleRootNotes
  private var recorded: RecordedTime?
  /// By the bytes of the name: names that only look alike are different streams.
  private var streams: [[UInt8]: Stream] = [:]
  /// Fingerprints of (stream, id).
  ///
  /// Hashing is seeded anew in each process, so nobody can make two ids collide, and by chance
  /// two of ten million do in one of some hundred thousand runs.
  private var ids: Set<Int> = []
  private var texts: Set<Digest> = []
  /// Events that a redaction names.
  private var redactions: Set<Place> = []
  private var erased: [Place: (line: Int, address: EventAddress)] = [:]

  init(place: String, heads: [TreeHead]) {
    self.place = place
    roots = MerkleRootNotes(for: heads)
  }

  /// Reads all of `file`.
  ///
  /// - Throws: ``TransferError`` with the line of the first thing that is wrong.
  mutating func run(
    _ file: FileHandle, progress: (UInt64, UInt64) -> Void
  ) throws -> CheckedExport {
    var reader = try ExportReader(file, place: place, next: Position(rawValue: 1))
    var last = Position.zero
    while let entry = try reader.next() {
      try reader.checkGap(before: entry, after: last)
      do throws(RestoreError) {
        try take(entry)
      } catch {
        throw TransferError.rejected(place: "\(place):\(entry.line)", error)
      }
      try takeRedaction(entry)
      last = entry.event.position
      progress(reader.done(upTo: last), reader.total)
    }
    try reader.checkEnd(at: last)
    if reader.isUpToItsHead { try checkEnd(of: reader) }
    let found = Verification(
      head: LogHead(position: last, recorded: recorded, root: tree.root),
      streams: UInt64(streams.count), texts: UInt64(texts.count), findings: [],
      heads: roots.checks(end: last))
    return CheckedExport(found: found, takenAt: Position(rawValue: reader.header.head))
  }

  private mutating func take(_ entry: ExportReader.Entry) throws(RestoreError) {
    let event = entry.event
    let expected = Position(rawValue: tree.size + 1)
    guard event.position == expected else {
      throw .wrongPosition(event.position, expected: expected)
    }
    if let recorded, event.recorded < recorded { throw .timeRunsBackwards(at: event.position) }
    recorded = event.recorded
    let leaf: EventLeaf?
    do throws(RecordError) { leaf = try event.leaf() } catch {
      throw .invalidEvent(at: event.position, .unencodable(error.description))
    }
    guard leaf != nil else { throw .wrongHash(at: event.position) }
    try takeStream(of: event)
    if let text = entry.text {
      guard Digest.sha256(of: text.text) == text.digest else {
        throw .textDiffersFromDigest(text.digest)
      }
      texts.insert(text.digest)
    }
    tree.append(event.hash)
    roots.note(tree)
  }

  private mutating func takeStream(of event: Event) throws(RestoreError) {
    let name = Array(event.stream.rawValue.utf8)
    var stream = streams[name] ?? Stream(number: streams.count, last: .zero)
    let expected =
      streams[name].map { Revision(rawValue: $0.last.rawValue + 1) } ?? .zero
    guard event.revision == expected else {
      throw .wrongRevision(event.address, expected: expected)
    }
    stream.last = expected
    streams[name] = stream
    var hasher = Hasher()
    hasher.combine(stream.number)
    hasher.combine(event.id)
    guard ids.insert(hasher.finalize()).inserted else {
      throw .invalidEvent(at: event.position, .repeatedID)
    }
  }

  /// Keeps books of bodies that are gone and of who took them.
  private mutating func takeRedaction(_ entry: ExportReader.Entry) throws {
    let line = "\(place):\(entry.line)"
    switch entry.event.payload {
    case .erased(.redacted, _):
      throw TransferError.rejected(
        place: line,
        .invalidEvent(at: entry.event.position, .unencodable("a redaction is never redacted")))
    case .erased:
      guard let here = position(of: entry.event.address) else { return }
      erased[here] = (entry.line, entry.event.address)
    case .redacted(let target, _):
      guard let there = position(of: target) else {
        throw TransferError.rejected(
          place: line, .invalidEvent(at: entry.event.position, .noSuchTarget(target)))
      }
      guard erased[there] != nil else {
        throw TransferError.redactedBodyPresent(place: line, target)
      }
      redactions.insert(there)
    default: break
    }
  }

  /// Where the event is, if it was read already.
  private func position(of address: EventAddress) -> Place? {
    guard let stream = streams[Array(address.stream.rawValue.utf8)],
      address.revision <= stream.last
    else { return nil }
    return Place(stream: stream.number, revision: address.revision)
  }

  private func checkEnd(of reader: ExportReader) throws {
    guard tree.root.description == reader.header.root else {
      throw TransferError.wrongRoot(
        place: place, expected: reader.header.root, found: tree.root.description)
    }
    let first = erased.filter { !redactions.contains($0.key) }.values.min { $0.line < $1.line }
    if let first {
      throw TransferError.erasedWithoutRedaction(
        place: "\(place):\(first.line)", first.address)
    }
  }
}
