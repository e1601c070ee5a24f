/// A file as the system shows it, and what of it the disk is known to hold.
///
/// The disk writes sectors of 512 bytes. One that was written since the last sync may hold any of
/// the contents that it has had since then, whatever its neighbours hold.
struct DiskFile {
  static let sectorSize = 512

  /// What the system shows.
  private(set) var content: [UInt8]
  /// What the disk holds for certain, and how long the file is there.
  private var durable: [UInt8]
  /// The contents of sectors since they were last synced, oldest first.
  private var pending: [Int: [[UInt8]]] = [:]
  /// Those whose sync failed: no later one brings them to the disk, unless they are written anew.
  private var abandoned: [Int: [[UInt8]]] = [:]
  /// The sizes since the last sync.
  private var sizes: [Int] = []
  /// The sectors of the last write.
  private var lastWritten: Range<Int> = 0..<0

  /// A file that lies on the disk.
  init(durable bytes: [UInt8]) {
    content = bytes
    durable = bytes
  }

  mutating func write(_ bytes: [UInt8], at offset: Int) {
    guard !bytes.isEmpty else { return }
    let end = offset + bytes.count
    if end > content.count {
      content += [UInt8](repeating: 0, count: end - content.count)
      sizes.append(end)
    }
    content.replaceSubrange(offset..<end, with: bytes)
    lastWritten = offset / Self.sectorSize..<(end + Self.sectorSize - 1) / Self.sectorSize
    for sector in lastWritten { note(sector) }
  }

  mutating func cut(to size: Int) {
    let old = content.count
    if size < old { content.removeLast(old - size) }
    if size > old { content += [UInt8](repeating: 0, count: size - old) }
    sizes.append(size)
    // What was cut off is zeros when the file grows again.
    guard size < old else { return }
    for sector in size / Self.sectorSize..<(old + Self.sectorSize - 1) / Self.sectorSize {
      note(sector)
    }
  }

  private mutating func note(_ sector: Int) {
    if let versions = abandoned.removeValue(forKey: sector) { pending[sector] = versions }
    pending[sector, default: []].append(latest(sector))
  }

  /// Everything is on the disk.
  mutating func sync() {
    for sector in pending.keys { settle(sector) }
    pending = [:]
    sizes = []
    resizeDurable(to: content.count)
  }

  /// A sync failed: what was to be synced may be on the disk or not, and stays so.
  mutating func failSync() {
    abandoned.merge(pending) { $0 + $1 }
    pending = [:]
  }

  /// The sync of the last write failed.
  mutating func failSyncOfLastWrite() {
    for sector in lastWritten {
      if let versions = pending.removeValue(forKey: sector) { abandoned[sector] = versions }
    }
  }

  /// What the last write wrote is on the disk, and nothing else.
  mutating func syncLastWrite(endingAt end: Int) {
    if durable.count < end { resizeDurable(to: min(content.count, end)) }
    for sector in lastWritten {
      settle(sector)
      pending[sector] = nil
    }
  }

  /// What the disk may hold now.
  func image(
    _ choice: DiskChoice, using random: inout some RandomNumberGenerator
  ) -> [UInt8] {
    if choice == .everything { return content }
    var image = durable
    let size =
      switch choice {
      case .nothing: durable.count
      case .lastWrite, .everything: content.count
      case .random:
        (sizes + [durable.count]).randomElement(using: &random) ?? durable.count
      }
    if image.count < size { image += [UInt8](repeating: 0, count: size - image.count) }
    let likelihood = [0.1, 0.5, 0.9].randomElement(using: &random) ?? 0.5
    let unsure = pending.merging(abandoned) { $0 + $1 }
    for sector in unsure.keys.sorted() {
      guard let versions = unsure[sector] else { continue }
      switch choice {
      case .nothing, .everything: continue
      case .lastWrite:
        if lastWritten.contains(sector) { place(versions.last ?? [], sector, in: &image) }
      case .random:
        guard Double.random(in: 0..<1, using: &random) < likelihood else { continue }
        place(versions.randomElement(using: &random) ?? [], sector, in: &image)
      }
    }
    return Array(image.prefix(size))
  }

  private func place(_ bytes: [UInt8], _ sector: Int, in image: inout [UInt8]) {
    let start = sector * Self.sectorSize
    let end = min(start + bytes.count, image.count)
    guard start < end else { return }
    image.replaceSubrange(start..<end, with: bytes.prefix(end - start))
  }

  private func latest(_ sector: Int) -> [UInt8] {
    let start = sector * Self.sectorSize
    let bytes = Array(content.dropFirst(start).prefix(Self.sectorSize))
    return bytes + [UInt8](repeating: 0, count: Self.sectorSize - bytes.count)
  }

  private mutating func settle(_ sector: Int) {
    let end = min((sector + 1) * Self.sectorSize, content.count)
    if durable.count < end { resizeDurable(to: end) }
    place(latest(sector), sector, in: &durable)
  }

  private mutating func resizeDurable(to size: Int) {
    if durable.count > size { durable.removeLast(durable.count - size) }
    if durable.count < size { durable += [UInt8](repeating: 0, count: size - durable.count) }
  }
}

/// Which of the unsynced writes have reached the disk.
enum DiskChoice: Hashable {
  case nothing
  case everything
  /// Nothing but the newest write: what comes last may be there first.
  case lastWrite
  case random
}
