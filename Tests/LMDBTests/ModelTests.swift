import LMDB
import TestSupport
import Testing

/// Random operations on an environment and on a sorted array give the same answers.
@Suite struct ModelTests {
  @Test(arguments: 1...8)
  func `random operations agree with a sorted array`(run: Int) throws {
    let seed = UInt64.random(in: 0 ... .max)
    var generator = SplitMix64(seed: seed)
    let folder = try TemporaryFolder()
    let environment = try Environment.test(at: folder, .test(mapSize: 64 << 10))
    let table = environment.table("table")
    var model = Model()
    for step in 1...40 {
      let place = "seed \(seed) step \(step)"
      var operations: [Operation] = []
      for _ in 1...50 { operations.append(Operation(using: &generator)) }
      let isKept = UInt8.random(in: 0..<4, using: &generator) > 0
      model = try apply(operations, to: environment, model, isKept: isKept, place)
      let found = try entries(of: table, in: environment)
      #expect(found == model.entries, "\(place)")
    }
    let damage = try environment.findDamage()
    #expect(damage == nil, "seed \(seed)")
  }

  /// Runs the operations in one transaction, which is given up unless it `isKept`.
  private func apply(
    _ operations: [Operation], to environment: Environment, _ model: Model, isKept: Bool,
    _ place: String
  ) throws -> Model {
    let table = environment.table("table")
    do throws(LMDBError) {
      return try environment.write {
        (transaction: inout WriteTransaction) throws(LMDBError) -> Model in
        var changed = model
        for operation in operations {
          try operation.run(&transaction, table, &changed, place)
        }
        if !isKept { throw .invalidArgument }
        return changed
      }
    } catch {
      guard error == .invalidArgument else { throw error }
      return model
    }
  }

  private func entries(of table: Table, in environment: Environment) throws -> [Model.Entry] {
    try environment.read {
      (transaction: borrowing ReadTransaction) throws(LMDBError) -> [Model.Entry] in
      var cursor = try transaction.cursor(over: table)
      var found: [Model.Entry] = []
      while let entry = try cursor.next() {
        found.append(Model.Entry(key: entry.key.copied, value: entry.value.copied))
      }
      return found
    }
  }
}

/// What a table should hold: entries in the order of their keys.
private struct Model {
  struct Entry: Equatable {
    let key: [UInt8]
    let value: [UInt8]
  }

  var entries: [Entry] = []

  /// The place of the first entry whose key is not before `key`.
  func place(of key: [UInt8]) -> Int {
    entries.firstIndex { !$0.key.lexicographicallyPrecedes(key) } ?? entries.count
  }

  func value(of key: [UInt8]) -> [UInt8]? {
    let place = place(of: key)
    return place < entries.count && entries[place].key == key ? entries[place].value : nil
  }

  mutating func put(_ value: [UInt8], _ key: [UInt8]) {
    delete(key)
    entries.insert(Entry(key: key, value: value), at: place(of: key))
  }

  mutating func delete(_ key: [UInt8]) { entries.removeAll { $0.key == key } }
}

/// One random operation.
private struct Operation {
  private let kind: Int
  private let key: [UInt8]
  private let value: [UInt8]

  init(using generator: inout SplitMix64) {
    kind = Int.random(in: 0..<8, using: &generator)
    let length = Int.random(in: 1...3, using: &generator)
    key = (0..<length).map { _ in UInt8.random(in: 0..<6, using: &generator) }
    let sizes = [0, 10, 300, 2_500, 9_000]
    let size = sizes[Int.random(in: 0..<sizes.count, using: &generator)]
    value = [UInt8](repeating: UInt8.random(in: 0...255, using: &generator), count: size)
  }

  func run(
    _ transaction: inout WriteTransaction, _ table: Table, _ model: inout Model, _ place: String
  ) throws(LMDBError) {
    switch kind {
    case 0, 1, 2:
      try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .replacing)
      model.put(value, key)
    case 3:
      try insert(&transaction, table, &model, place)
    case 4:
      let wasThere = try transaction.delete(key: key.span.bytes, in: table)
      #expect(wasThere == (model.value(of: key) != nil), "\(place)")
      model.delete(key)
    case 5:
      let found = try transaction.value(forKey: key.span.bytes, in: table)?.copied
      #expect(found == model.value(of: key), "\(place)")
    default:
      try walk(transaction, table, model, place)
    }
  }

  private func insert(
    _ transaction: inout WriteTransaction, _ table: Table, _ model: inout Model, _ place: String
  ) throws(LMDBError) {
    do throws(LMDBError) {
      try transaction.put(value.span.bytes, forKey: key.span.bytes, in: table, .inserting)
      #expect(model.value(of: key) == nil, "\(place)")
      model.put(value, key)
    } catch {
      guard error == .keyExists else { throw error }
      #expect(model.value(of: key) != nil, "\(place)")
    }
  }

  /// Seeks, then goes a few steps on and back.
  private func walk(
    _ transaction: borrowing WriteTransaction, _ table: Table, _ model: Model, _ place: String
  ) throws(LMDBError) {
    var cursor = try transaction.cursor(over: table)
    var index = model.place(of: key)
    var found = try cursor.seek(atOrAfter: key.span.bytes)?.key.copied
    for step in 0..<6 {
      guard model.entries.indices.contains(index) else {
        #expect(found == nil, "\(place)")
        return
      }
      #expect(found == model.entries[index].key, "\(place)")
      if step < 3 {
        found = try cursor.next()?.key.copied
        index += 1
      } else {
        found = try cursor.previous()?.key.copied
        index -= 1
      }
    }
  }
}
