/// The walk over the pages of a snapshot, which was checked before.
extension Scrub {
  /// What a table's values mean to the walk.
  enum TableKind {
    /// The lists of free pages that count.
    case freePages
    /// Those of the older snapshot.
    case oldFreePages
    case tables
    case entries
  }

  /// Marks the pages of the table and zeroes the room in them.
  mutating func walk(
    _ table: TableRecord, _ kind: TableKind, _ progress: (UInt64, UInt64) -> Void
  ) throws(PageCheckFailure) {
    guard table.root != TableRecord.noPage else { return }
    try walk(table.root, below: Int(table.depth), kind, progress)
  }

  private mutating func walk(
    _ number: UInt64, below depth: Int, _ kind: TableKind,
    _ progress: (UInt64, UInt64) -> Void
  ) throws(PageCheckFailure) {
    let page = try page(number)
    let isBranch = depth > 1
    guard page.number == number, page.hasValidBounds else {
      throw .damaged(PageDamage(page: number, kind: .wrongLayout))
    }
    use(number)
    report(1, progress)
    try zero(page.lower..<page.upper, of: page)
    for index in 0..<page.nodeCount {
      guard let node = page.node(index, isBranch: isBranch) else {
        throw .damaged(PageDamage(page: number, kind: .wrongLayout))
      }
      if isBranch {
        try walk(node.child, below: depth - 1, kind, progress)
      } else {
        try follow(node, of: page, kind, progress)
      }
    }
  }

  private mutating func follow(
    _ node: Page.Node, of page: Page, _ kind: TableKind,
    _ progress: (UInt64, UInt64) -> Void
  ) throws(PageCheckFailure) {
    let isLong = node.flags & Page.Node.isLong != 0
    let first = isLong ? page.word(at: node.data.lowerBound) : nil
    var length = node.size
    switch kind {
    case .tables:
      try walk(TableRecord(in: page, at: node.data.lowerBound), .entries, progress)
    case .freePages, .oldFreePages:
      // LMDB reserves more than a list fills, and reads only what its count says.
      let count =
        try first.map { number throws(PageCheckFailure) in
          try self.page(number).word(at: Page.headerSize)
        } ?? page.word(at: node.data.lowerBound)
      length = 8 * (count + 1)
      if kind == .freePages { try release(count, of: node, in: page, overflow: first) }
      if first == nil {
        try zero(node.data.lowerBound + Int(length)..<node.data.upperBound, of: page)
      }
    case .entries: break
    }
    guard let first else { return }
    let pages = try self.page(first).overflowPages
    use(first, count: pages)
    report(pages, progress)
    let start = first * UInt64(pageSize)
    try zero(start + UInt64(Page.headerSize) + length..<start + pages * UInt64(pageSize))
  }

  /// Takes note of the pages of one list.
  private mutating func release(
    _ count: UInt64, of node: Page.Node, in page: Page, overflow: UInt64?
  ) throws(PageCheckFailure) {
    // The number of the transaction, as the machine's own number.
    let number = page.word(at: node.key.lowerBound)
    var holder = page
    var held = overflow
    if let overflow { holder = try self.page(overflow) }
    for index in 1..<count + 1 {
      guard let overflow else {
        release(page.word(at: node.data.lowerBound + Int(index) * 8), by: number)
        continue
      }
      let place = Page.headerSize + Int(index) * 8
      let here = overflow + UInt64(place / pageSize)
      if here != held {
        holder = try self.page(here)
        held = here
      }
      release(holder.word(at: place % pageSize), by: number)
    }
  }
}
