extension PageCheck {
  /// What a table's values mean to the walk.
  enum TableKind {
    /// Lists of free pages under the number of the transaction that gave them up.
    case freePages
    /// The other tables, under their names.
    case tables
    /// The caller's own entries.
    case entries
  }

  /// What the walk of one table has met.
  private struct Tally {
    var branchPages: UInt64 = 0
    var leafPages: UInt64 = 0
    var overflowPages: UInt64 = 0
    var entries: UInt64 = 0
    /// The key before the one that comes next.
    var lastKey: [UInt8]?
  }

  /// Deeper than any tree that fits a disk; LMDB's own cursors stop here (`CURSOR_STACK`).
  private static let deepest = 32

  /// Walks one table, and the tables in it.
  mutating func walk(_ table: TableRecord, named kind: TableKind) throws(PageCheckFailure) {
    var tally = Tally()
    if table.root != TableRecord.noPage {
      guard (1...Self.deepest).contains(Int(table.depth)) else {
        throw .damaged(PageDamage(page: table.root, kind: .wrongCount))
      }
      try walk(table.root, below: Int(table.depth), kind, from: nil, &tally)
    }
    let pagesAgree =
      tally.branchPages == table.branchPages && tally.leafPages == table.leafPages
    let entriesAgree =
      tally.overflowPages == table.overflowPages && tally.entries == table.entries
    guard pagesAgree, entriesAgree || !reads(leavesOf: kind) else {
      throw .damaged(PageDamage(page: table.root, kind: .wrongCount))
    }
  }

  /// Only the owner's tables have leaves that nothing else hangs from.
  private func reads(leavesOf kind: TableKind) -> Bool {
    scope == .everyPage || kind != .entries
  }

  private func covers(tableNamed key: ArraySlice<UInt8>) -> Bool {
    guard case .branchPages(let tables) = scope else { return true }
    return tables.contains(String(decoding: key, as: UTF8.self))
  }

  /// Walks the page and all below it; `depth` counts the levels left, `least` is the key that
  /// the page above promises.
  private mutating func walk(
    _ number: UInt64, below depth: Int, _ kind: TableKind, from least: [UInt8]?,
    _ tally: inout Tally
  ) throws(PageCheckFailure) {
    try visit(number)
    let isBranch = depth > 1
    guard isBranch || reads(leavesOf: kind) else { return tally.leafPages += 1 }
    let page = try page(number)
    guard page.number == number, page.flags == (isBranch ? Page.branch : Page.leaf) else {
      throw .damaged(PageDamage(page: number, kind: .wrongKind))
    }
    guard page.hasValidBounds, page.nodeCount >= (isBranch ? 2 : 1) else {
      throw .damaged(PageDamage(page: number, kind: .wrongLayout))
    }
    if isBranch { tally.branchPages += 1 } else { tally.leafPages += 1 }
    var room = pageSize - page.upper
    for index in 0..<page.nodeCount {
      guard let node = page.node(index, isBranch: isBranch) else {
        throw .damaged(PageDamage(page: number, kind: .wrongLayout))
      }
      // Together the nodes take no more than lies above the room: none reaches into another.
      room -= node.bytes
      guard room >= 0 else { throw .damaged(PageDamage(page: number, kind: .wrongLayout)) }
      if isBranch {
        // The first key of a branch is never compared; LMDB may leave it empty.
        let promised = index == 0 ? least : Array(page.bytes[node.key])
        if index > 0, let promised, !inOrder(tally.lastKey, promised, kind) {
          throw .damaged(PageDamage(page: number, kind: .wrongOrder))
        }
        if index > 0, !reads(leavesOf: kind) { tally.lastKey = promised }
        try walk(node.child, below: depth - 1, kind, from: promised, &tally)
      } else {
        try follow(node, of: page, kind, from: index == 0 ? least : nil, &tally)
      }
    }
    // Nor less: LMDB closes every gap, and moves nodes by the sizes that they state.
    guard room == 0 else { throw .damaged(PageDamage(page: number, kind: .wrongLayout)) }
  }

  /// Checks one entry and what it leads to.
  private mutating func follow(
    _ node: Page.Node, of page: Page, _ kind: TableKind, from least: [UInt8]?,
    _ tally: inout Tally
  ) throws(PageCheckFailure) {
    tally.entries += 1
    let key = Array(page.bytes[node.key])
    guard !key.isEmpty, inOrder(tally.lastKey, key, kind), reaches(least, key, kind) else {
      throw .damaged(PageDamage(page: page.number, kind: .wrongOrder))
    }
    tally.lastKey = key
    var first: UInt64?
    if node.flags & Page.Node.isLong != 0 {
      first = page.word(at: node.data.lowerBound)
      tally.overflowPages += try visitValue(at: page.word(at: node.data.lowerBound), node.size)
    }
    switch (kind, node.flags & ~Page.Node.isLong) {
    case (.entries, 0): break
    case (.freePages, 0): try checkFreePages(of: node, in: page, overflow: first)
    case (.tables, Page.Node.isTable) where node.size == TableRecord.size && first == nil:
      let table = TableRecord(in: page, at: node.data.lowerBound)
      // Sorted duplicates and the like are nothing that this module makes.
      guard table.flags == 0 else {
        throw .damaged(PageDamage(page: page.number, kind: .wrongKind))
      }
      if covers(tableNamed: page.bytes[node.key]) { try walk(table, named: .entries) }
    default: throw .damaged(PageDamage(page: page.number, kind: .wrongKind))
    }
  }

  /// Checks the pages of a long value and tells how many there are.
  private mutating func visitValue(
    at number: UInt64, _ size: UInt64
  ) throws(PageCheckFailure) -> UInt64 {
    let needed = (UInt64(Page.headerSize) - 1 + size) / UInt64(pageSize) + 1
    try visit(number)
    let first = try page(number)
    // A shorter value may have been written over a longer one, in its pages.
    let pages = first.overflowPages
    guard first.number == number, first.flags == Page.overflow, pages >= needed
    else { throw .damaged(PageDamage(page: number, kind: .wrongKind)) }
    if pages > 1 { try visit(number + 1, count: pages - 1) }
    return pages
  }

  /// Checks one list of free pages: their count, then their numbers.
  private mutating func checkFreePages(
    of node: Page.Node, in page: Page, overflow: UInt64?
  ) throws(PageCheckFailure) {
    let wrong = PageDamage(page: overflow ?? page.number, kind: .wrongCount)
    guard node.key.count == 8, node.size >= 8, node.size % 8 == 0 else { throw .damaged(wrong) }
    let count: UInt64
    if let overflow {
      count = try self.page(overflow).word(at: Page.headerSize)
    } else {
      count = page.word(at: node.data.lowerBound)
    }
    // LMDB reserves more room than a list fills.
    guard count <= node.size / 8 - 1 else { throw .damaged(wrong) }
    var before = UInt64.max
    for index in 1..<count + 1 {
      let number = try freePage(index, of: node, in: page, overflow: overflow)
      // LMDB searches the list and counts on its order, greatest first.
      guard number >= 2, number <= lastPage, number < before else { throw .damaged(wrong) }
      before = number
      // A page that is free may lie past the end of the file: it was never written.
      if (number + 1) * UInt64(pageSize) <= fileSize { try mark(number) }
    }
  }

  /// The number at `index` of a list of free pages.
  private func freePage(
    _ index: UInt64, of node: Page.Node, in page: Page, overflow: UInt64?
  ) throws(PageCheckFailure) -> UInt64 {
    guard let overflow else { return page.word(at: node.data.lowerBound + Int(index) * 8) }
    let place = Page.headerSize + Int(index) * 8
    let holder = try self.page(overflow + UInt64(place / pageSize))
    return holder.word(at: place % pageSize)
  }

  private func inOrder(_ earlier: [UInt8]?, _ later: [UInt8], _ kind: TableKind) -> Bool {
    guard let earlier else { return true }
    return precedes(earlier, later, kind)
  }

  private func reaches(_ least: [UInt8]?, _ key: [UInt8], _ kind: TableKind) -> Bool {
    guard let least, !least.isEmpty else { return true }
    return !precedes(key, least, kind)
  }

  /// LMDB's order: bytewise, but the numbers of transactions as the machine's own numbers.
  private func precedes(_ left: [UInt8], _ right: [UInt8], _ kind: TableKind) -> Bool {
    guard kind == .freePages else { return left.lexicographicallyPrecedes(right) }
    return left.reversed().lexicographicallyPrecedes(right.reversed())
  }
}
