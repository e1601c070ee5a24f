import EDTF
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// Random facts of few variables over few days, against arrays with a cell a day.
@Suite struct `Recorded facts` {
  /// What is known of each variable on each day, after each position.
  private struct Days {
    var cells: [[String?]]
    var facts: [(variable: Int, days: Range<Int>, value: String?, isRetracted: Bool)] = []

    mutating func paint() {
      cells = cells.map { $0.map { _ in nil } }
      for fact in facts where !fact.isRetracted {
        for day in fact.days { cells[fact.variable][day] = fact.value }
      }
    }
  }

  private static let horizon = 12
  private static let variables = ["place:a", "place:ab", "place:b"]
  private static let first = Day(rawValue: 20_000)

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `are the same day by day at every position as in arrays`(seed: UInt64) async throws {
    var random = SplitMix64(seed: seed)
    let world = try World(batchSize: 5)
    let desk = try Making.stream("desk/main")
    var model = Days(
      cells: Self.variables.map { _ in Array(repeating: nil, count: Self.horizon) })
    // The addresses of facts, and what was known at each position.
    var addresses: [EventAddress] = []
    var known = [model.cells]
    for _ in 0..<(4 + Int(random.next() % 20)) {
      if !addresses.isEmpty, random.next() % 5 == 0 {
        let number = Int(random.next() % UInt64(addresses.count))
        let note = Making.note
        try await world.append(.retracted(target: addresses[number], note: note), to: desk)
        model.facts[number].isRetracted = true
      } else {
        let variable = Int(random.next() % UInt64(Self.variables.count))
        let from = Int(random.next() % UInt64(Self.horizon))
        let to = from + Int(random.next() % UInt64(Self.horizon - from + 1))
        let value = random.next() % 4 == 0 ? nil : "v\(random.next() % 3)"
        let fact = Fact(
          subject: EntityID(rawValue: Self.variables[variable]), attribute: "x", value: value,
          from: day(from), to: to == Self.horizon ? nil : day(to))
        addresses.append(try await world.append(.fact(fact), to: desk))
        model.facts.append((variable, from..<to, value, false))
      }
      model.paint()
      known.append(model.cells)
    }
    try world.catchUp()
    try compare(world, known, "seed \(seed)")
  }

  private func day(_ number: Int) -> Day { Self.first.advanced(by: number) }

  private func compare(_ world: World, _ known: [[[String?]]], _ seed: String) throws {
    let range = day(0)..<day(Self.horizon)
    try world.engine.facts { (facts) throws(ViewError) in
      for (number, cells) in known.enumerated() {
        let position = Position(rawValue: UInt64(number))
        for (variable, days) in zip(Self.variables, cells) {
          let subject = EntityID(rawValue: variable)
          let history = try facts.history(of: subject, "x")
          var spelled: [String?] = Array(repeating: nil, count: Self.horizon)
          for spell in history.spells(over: range, at: position) {
            for day in spell.days.lowerBound.rawValue..<spell.days.upperBound.rawValue {
              spelled[day - Self.first.rawValue] = spell.value
            }
          }
          #expect(spelled == days, "\(seed), \(variable) at \(number)")
          for (index, value) in days.enumerated() {
            let found = try facts.fact(of: subject, "x", on: day(index), at: position)
            #expect(found?.value == value, "\(seed), \(variable) at \(number) on \(index)")
            #expect(history.fact(on: day(index), at: position) == found)
          }
        }
      }
      var subjects: [String] = []
      try facts.forEachHistory(ofClass: "place:a") { (history) throws(ViewError) in
        subjects.append(history.subject.rawValue)
      }
      #expect(subjects == subjects.sorted() && Set(subjects).count == subjects.count)
      #expect(subjects.allSatisfy { $0.hasPrefix("place:a") })
    }
  }

  @Test func `of long names are found too`() async throws {
    let world = try World()
    let name = String(repeating: "قاعدة", count: 60)
    let fact = Fact(
      subject: EntityID(rawValue: name), attribute: name, value: "v", from: day(0), to: nil)
    try await world.append(.fact(fact), to: Making.stream("desk/main"))
    try world.catchUp()
    try world.engine.facts { (facts) throws(ViewError) in
      let found = try facts.fact(of: fact.subject, name, on: day(3), at: Position(rawValue: 1))
      #expect(found?.value == "v")
      try facts.forEachHistory(ofClass: "") { (history) throws(ViewError) in
        #expect(history.subject == fact.subject && history.attribute == name)
      }
    }
    #expect(try world.state(day(3).description, subject: name).states.count == 1)
  }
}
