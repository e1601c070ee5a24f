import Tarikh

/// The twelve questions of SH1, asked of the recorded facts.
///
/// V is day 166, the range days 150 to 209; the beliefs are those after publications 12 (`then`),
/// 18 (`between`) and 24 (`now`). Answers are rows of whole numbers, ordered by their first
/// columns.
struct SupplyQuestions {
  private let supply: SupplyStore
  private let (then, between, now): (Position, Position, Position)
  private let epochs: [Position]
  private let day = SupplyStore.day(166)
  private let range = SupplyStore.day(150)..<SupplyStore.day(210)

  init(_ supply: SupplyStore) throws {
    self.supply = supply
    epochs = try (0..<SupplyStream.epochs).map { try supply.position(of: $0) }
    (then, between, now) = (epochs[12], epochs[18], epochs[24])
  }

  typealias Answer = [[Int]]

  var all: [() throws -> Answer] {
    [q1, q2, q3, q4, q5, q6, q7, q8, q9, q10, q11, q12]
  }

  static func digest(_ answer: Answer) -> Digest {
    .sha256(
      of: answer.map { $0.map(String.init).joined(separator: "\t") + "\n" }.joined())
  }

  // Of contract 1.

  private func q1() throws -> Answer { try first(now) }

  private func q2() throws -> Answer { try first(then) }

  private func first(_ position: Position) throws -> Answer {
    try contract1(position).map { [[1, $0.cost, $0.quantity, $0.grade]] } ?? []
  }

  private func contract1(_ position: Position) throws -> Contract? {
    let subject = SupplyStore.subject(.contracts, 1)
    return try supply.timeline.facts { (facts) throws(ViewError) in
      try facts.fact(of: subject, SupplyStore.attribute, on: day, at: position)
    }?.value.map(Contract.init)
  }

  private func q3() throws -> Answer {
    let subject = SupplyStore.subject(.contracts, 1)
    let history = try supply.timeline.facts { (facts) throws(ViewError) in
      try facts.history(of: subject, SupplyStore.attribute)
    }
    let costs = Set(history.spells(over: range, at: now).map { Contract($0.value).cost })
    return [[costs.min() ?? 0, costs.max() ?? 0, costs.count]]
  }

  private func q5() throws -> Answer {
    var answer: Answer = []
    for (epoch, position) in epochs.enumerated() {
      if let contract = try contract1(position) {
        answer.append([epoch, contract.cost, contract.quantity])
      }
    }
    return answer
  }

  // Of all contracts on one day.

  private func q4() throws -> Answer {
    var answer: Answer = []
    try forEach(.contracts) { number, history in
      guard let old = history.contract(on: day, at: then),
        let new = history.contract(on: day, at: now),
        old.cost != new.cost || old.quantity != new.quantity
      else { return }
      answer.append([number, old.cost, new.cost, old.quantity, new.quantity])
    }
    return answer.sorted { $0[0] < $1[0] }
  }

  private func q6() throws -> Answer {
    var groups = Groups()
    try forEach(.contracts) { _, history in
      for (epoch, position) in epochs.enumerated() {
        guard let contract = history.contract(on: day, at: position) else { continue }
        groups.add([1, contract.quantity], to: [epoch, contract.grade])
      }
    }
    return groups.rows
  }

  private func q7() throws -> Answer {
    var groups = Groups()
    try forEach(.contracts) { _, history in
      guard let contract = history.contract(on: day, at: now) else { return }
      groups.add([1, contract.quantity, contract.total], to: [contract.grade])
    }
    return groups.rows
  }

  private func q8() throws -> Answer {
    var groups: [[Int]: (count: Int, least: Int, most: Int)] = [:]
    try forEach(.contracts) { _, history in
      guard let contract = history.contract(on: day, at: then) else { return }
      let key = [contract.supplier, contract.grade]
      let known = groups[key] ?? (0, contract.cost, contract.cost)
      groups[key] = (
        known.count + 1, min(known.least, contract.cost), max(known.most, contract.cost)
      )
    }
    return groups.map { $0 + [$1.count, $1.least, $1.most] }.sorted(by: Groups.precedes)
  }

  private func q9() throws -> Answer {
    var regions: [Int: Int] = [:]
    try forEach(.suppliers) { number, history in
      regions[number] = history.figures(on: day, at: now)?[0]
    }
    var groups = Groups()
    try forEach(.contracts) { _, history in
      guard let contract = history.contract(on: day, at: now),
        let region = regions[contract.supplier]
      else { return }
      groups.add([1, contract.total], to: [region, contract.grade])
    }
    return groups.rows
  }

  private func q12() throws -> Answer {
    var groups = Groups()
    try forEach(.contracts) { _, history in
      guard let contract = history.contract(on: day, at: then),
        history.contract(on: day, at: between) == nil
      else { return }
      groups.add([1, contract.total], to: [contract.grade])
    }
    return groups.rows
  }

  // Of all contracts on each day of a range.

  private func q10() throws -> Answer {
    var products: [Int: [FactSpell]] = [:]
    try forEach(.products) { number, history in
      products[number] = history.spells(over: range, at: now)
    }
    var margins: [Int: (contracts: Int, last: Int, least: Int, most: Int)] = [:]
    try forEach(.contracts) { number, history in
      for spell in history.spells(over: range, at: now) {
        let contract = Contract(spell.value)
        for product in products[contract.product] ?? [] where product.days.overlaps(spell.days) {
          let figures = SupplyQuestions.figures(product.value)
          let margin = figures[1] - contract.cost
          var known = margins[figures[0]] ?? (0, 0, margin, margin)
          // One contract comes in several spells, all of them in a row.
          if known.last != number { known.contracts += 1 }
          known.last = number
          (known.least, known.most) = (min(known.least, margin), max(known.most, margin))
          margins[figures[0]] = known
        }
      }
    }
    return margins.map { [$0, $1.contracts, $1.least, $1.most] }.sorted(by: Groups.precedes)
  }

  private func q11() throws -> Answer {
    var groups = Groups()
    try forEach(.contracts) { _, history in
      for spell in history.spells(over: range, at: now) {
        let contract = Contract(spell.value)
        let days = spell.days
        for day in days.lowerBound.rawValue..<days.upperBound.rawValue {
          groups.add(
            [1, contract.total], to: [day - SupplyStore.start.rawValue, contract.grade])
        }
      }
    }
    return groups.rows
  }

  private func forEach(
    _ item: SupplyEvent.Item, _ body: (Int, borrowing FactHistory) -> Void
  ) throws {
    let start = "\(item.rawValue):"
    try supply.timeline.facts { (facts) throws(ViewError) in
      try facts.forEachHistory(ofClass: start) { (history) throws(ViewError) in
        guard let number = Int(history.subject.rawValue.dropFirst(start.count)) else { return }
        body(number, history)
      }
    }
  }

  static func figures(_ value: String) -> [Int] {
    value.utf8.split(separator: UInt8(ascii: " ")).map {
      $0.reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
    }
  }
}

/// A contract's figures.
private struct Contract {
  var product, supplier, cost, quantity, grade: Int

  init(_ value: String) {
    let figures = SupplyQuestions.figures(value)
    (product, supplier) = (figures[0], figures[1])
    (cost, quantity, grade) = (figures[2], figures[3], figures[4])
  }

  var total: Int { cost * quantity }
}

extension FactHistory {
  fileprivate func figures(on day: Day, at position: Position) -> [Int]? {
    fact(on: day, at: position)?.value.map(SupplyQuestions.figures)
  }

  fileprivate func contract(on day: Day, at position: Position) -> Contract? {
    fact(on: day, at: position)?.value.map(Contract.init)
  }
}

/// Sums by key.
private struct Groups {
  private var sums: [[Int]: [Int]] = [:]

  mutating func add(_ numbers: [Int], to key: [Int]) {
    let known = sums[key] ?? numbers.map { _ in 0 }
    sums[key] = zip(known, numbers).map { $0 + $1 }
  }

  /// By key; each row is its key and its sums.
  var rows: [[Int]] { sums.map { $0 + $1 }.sorted(by: Groups.precedes) }

  static func precedes(_ a: [Int], _ b: [Int]) -> Bool { a.lexicographicallyPrecedes(b) }
}
