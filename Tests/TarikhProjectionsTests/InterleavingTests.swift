import EDTF
import Foundation
import LMDB
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// Keeps one row for each event.
private struct KeepingProjection: Projection {
  let name = "keeping"
  let version: UInt32 = 1

  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    let position = event.position.rawValue
    try view.put([], forKey: [UInt8(position >> 8), UInt8(position & 0xFF)], in: &transaction)
  }
}

/// Appends, reads, catching up and rebuilds with their swaps, in random order: the appends and
/// reads also fall between the batches of a rebuild, and between the last batch and the swap.
@Suite struct `Appends, reads and swaps in any order` {
  #if DEBUG
    static let count: UInt64 = 300
  #else
    static let count: UInt64 = 10_000
  #endif
  /// In one world, so that not every order needs a store of its own.
  static let ordersAWorld: UInt64 = 20

  @Test func `leave no event out, and never take a reader back`() async throws {
    // On a thread of its own: it waits for appends in the midst of a rebuild, and must not hold
    // the threads that make them.
    let result: Result<Void, any Error> = await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: Result { try self.runAll() }) }
    }
    try result.get()
  }

  private func runAll() throws {
    for first in stride(from: 1, through: Self.count, by: Int(Self.ordersAWorld)) {
      let world = try World(
        projections: [KeepingProjection()], batchSize: 1 + Int(first / Self.ordersAWorld % 3))
      let order = Order(world)
      for seed in first..<first + Self.ordersAWorld {
        var random = SplitMix64(seed: seed)
        for _ in 0..<4 { try order.step(&random, "seed \(seed)") }
        try world.catchUp()
        #expect(try order.read("seed \(seed)") == world.log.head().position.rawValue)
      }
    }
  }

  /// What was done to one world, and the last that a reader saw.
  private final class Order {
    let world: World
    var seen: UInt64 = 0
    var appended: UInt64 = 0

    init(_ world: World) { self.world = world }

    func step(_ random: inout SplitMix64, _ seed: String) throws {
      switch random.next() % 4 {
      case 0: try append()
      case 1: _ = try read(seed)
      case 2: try world.catchUp()
      default:
        let isFromScratch = random.next() % 2 == 0
        var inner = SplitMix64(seed: random.next())
        var failure: (any Error)?
        try world.runner.replay(nil, fromScratch: isFromScratch) { _ in
          do {
            if inner.next() % 3 == 0, self.appended < 200 { try self.append() }
            if inner.next() % 2 == 0 { _ = try self.read(seed) }
          } catch { failure = error }
        }
        if let failure { throw failure }
      }
    }

    private func append() throws {
      appended += 1
      let event = NewEvent(
        id: EventID(high: 7, low: appended),
        payload: .fact(
          Fact(
            subject: EntityID(rawValue: "place:a"), attribute: "x", value: nil,
            from: Day(rawValue: 0), to: nil)))
      let stream = try Making.stream("desk/main")
      let log = world.log
      waitFor { _ = try await log.append([event], texts: [], to: stream, expecting: .any) }
    }

    /// The rows must be those of all events up to the view's position, which never falls.
    func read(_ seed: String) throws -> UInt64 {
      guard let status = try world.runner.statuses().first, status.state == .live else { return 0 }
      let rows = try world.rows(of: "keeping")
      #expect(rows == Array(1...max(1, rows.count)).prefix(rows.count).map { $0 }, "\(seed)")
      #expect(UInt64(rows.count) >= status.position.rawValue, "\(seed)")
      #expect(UInt64(rows.count) >= seen, "\(seed): the reader was taken back")
      seen = UInt64(rows.count)
      return seen
    }
  }
}

extension World {
  /// The positions that the rows of a view name.
  fileprivate func rows(of projection: String) throws -> [Int] {
    try runner.rows(of: projection, withPrefix: []).map { Int($0.key[0]) << 8 | Int($0.key[1]) }
  }
}

/// Runs asynchronous work from a thread that may wait.
private func waitFor(_ work: @escaping @Sendable () async throws -> Void) {
  let done = DispatchSemaphore(value: 0)
  Task {
    try await work()
    done.signal()
  }
  done.wait()
}
