import EDTF
import LMDB
import Synchronization
import TarikhLog
import TarikhModel
import TarikhProjections
import TestSupport
import Testing

/// Counts the events of each stream; stops at an event of a given position, as long as it is told.
private final class CountingProjection: Projection {
  let name = "counting"
  let version: UInt32
  let poison: Mutex<Position?>
  let crash: Mutex<Position?> = Mutex(nil)

  init(version: UInt32 = 1, poison: Position? = nil) {
    self.version = version
    self.poison = Mutex(poison)
  }

  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    if event.position == poison.withLock({ $0 }) { throw .rejected(reason: "poison") }
    let key = Array(event.stream.rawValue.utf8)
    let count = try view.value(forKey: key, in: transaction)?.first ?? 0
    try view.put([count + 1], forKey: key, in: &transaction)
    if event.position == crash.withLock({ $0 }) { throw .storage(.noSpace) }
  }
}

@Suite struct `Keeping views up to the log` {
  private func fill(_ world: World, _ count: Int) async throws {
    for _ in 0..<count {
      try await world.append(
        .reported(Making.level(2500, on: try Making.when("2025-03-10"))),
        to: Making.stream("desk/main"))
    }
  }

  private func count(_ projection: some Projection, _ world: World) throws -> [ProjectionStatus] {
    try world.runner.statuses().filter { $0.name == projection.name }
  }

  @Test func `a failure in the middle of a batch leaves rows and checkpoint where they were`()
    async throws
  {
    let projection = CountingProjection()
    let world = try World(projections: [projection], batchSize: 4)
    try await fill(world, 4)
    try world.catchUp()
    let hash = try world.runner.hash(of: "counting")
    try await fill(world, 4)
    projection.crash.withLock { $0 = Position(rawValue: 7) }
    #expect(throws: RunnerError.view(projection: "counting", .storage(.noSpace))) {
      try world.catchUp()
    }
    #expect(try count(projection, world)[0].position == Position(rawValue: 4))
    #expect(try world.runner.hash(of: "counting") == hash)
    projection.crash.withLock { $0 = nil }
    try world.catchUp()
    #expect(try count(projection, world)[0].position == Position(rawValue: 8))
    let whole = try world.runner.hash(of: "counting")
    try world.runner.replay(nil, fromScratch: true) { _ in }
    #expect(try world.runner.hash(of: "counting") == whole)
  }

  @Test func `a poison event stops only its projection, with address and reason`() async throws {
    let projection = CountingProjection()
    let world = try World(projections: [projection, StateProjection()], batchSize: 10)
    try await fill(world, 2)
    try world.catchUp()
    projection.poison.withLock { $0 = Position(rawValue: 5) }
    try await fill(world, 6)
    try world.catchUp()
    let address = EventAddress(
      stream: try Making.stream("desk/main"), revision: Revision(rawValue: 4))
    let statuses = try world.runner.statuses()
    #expect(statuses[0].state == .failed(at: address, reason: "poison"))
    #expect(statuses[0].position == Position(rawValue: 4))
    #expect(statuses[1].state == .live)
    #expect(statuses[1].position == Position(rawValue: 8))
    try world.catchUp()
    #expect(try world.runner.statuses() == statuses)
    projection.poison.withLock { $0 = nil }
    try world.runner.replay(["counting"], fromScratch: false) { _ in }
    #expect(try world.runner.statuses().map(\.position.rawValue) == [8, 8])
    #expect(try world.runner.statuses().map(\.state) == [.live, .live])
  }

  @Test func `a rebuild that a poison event stops leaves the live view as it was`() async throws {
    let projection = CountingProjection()
    let world = try World(projections: [projection], batchSize: 2)
    try await fill(world, 6)
    try world.catchUp()
    let hash = try world.runner.hash(of: "counting")
    projection.poison.withLock { $0 = Position(rawValue: 4) }
    let statuses = try world.runner.replay(nil, fromScratch: true) { _ in }
    guard case .failed = statuses[0].state else {
      Issue.record("\(statuses)")
      return
    }
    #expect(try world.runner.hash(of: "counting") == hash)
    #expect(statuses[0].position == Position(rawValue: 6))
  }

  @Test func `a view of another version is rebuilt`() async throws {
    let folder = try TemporaryFolder()
    let log = MemoryEventLog(now: { RecordedTime(rawValue: 0) })
    let stream = try Making.stream("desk/main")
    let report = Making.level(2500, on: try Making.when("2025-03-10"))
    try await log.append(
      [NewEvent(id: EventID(high: 0, low: 1), payload: .reported(report))], texts: [], to: stream,
      expecting: .any)
    do {
      let views = try World.views(in: folder, projections: [CountingProjection(version: 1)])
      try ProjectionRunner(log: log, views: views).catchUp { _ in }
    }
    let views = try World.views(in: folder, projections: [CountingProjection(version: 2)])
    let runner = ProjectionRunner(log: log, views: views)
    #expect(try runner.statuses()[0].state == .needsRebuild)
    let rebuilding = Mutex<[Bool]>([])
    try runner.catchUp { progress in rebuilding.withLock { $0.append(progress.isRebuilding) } }
    #expect(rebuilding.withLock { $0 } == [true])
    #expect(try runner.statuses()[0].state == .live)
  }

  @Test func `a killed replay goes on where it was, and from scratch it does not`() async throws {
    let projection = CountingProjection()
    let world = try World(projections: [projection], batchSize: 2)
    try await fill(world, 8)
    try world.catchUp()
    projection.crash.withLock { $0 = Position(rawValue: 5) }
    #expect(throws: RunnerError.self) {
      try world.runner.replay(nil, fromScratch: false) { _ in }
    }
    projection.crash.withLock { $0 = nil }
    for (fromScratch, first) in [(false, UInt64(6)), (true, UInt64(2))] {
      let positions = Mutex<[UInt64]>([])
      try world.runner.replay(nil, fromScratch: fromScratch) { progress in
        positions.withLock { $0.append(progress.position.rawValue) }
      }
      #expect(positions.withLock { $0 }.first == first)
    }
  }

  @Test func `what is appended during a rebuild is in the view after the swap`() async throws {
    let world = try World(batchSize: 3)
    try await fill(world, 10)
    try world.catchUp()
    let stream = try Making.stream("desk/main")
    let report = Making.level(9, on: try Making.when("2025-03-10"))
    let appended = Mutex(0)
    try world.runner.replay(["state"], fromScratch: true) { progress in
      guard progress.position == progress.head, appended.withLock({ $0 }) < 2 else { return }
      appended.withLock { $0 += 1 }
      let number = UInt64(100 + appended.withLock { $0 })
      let event = NewEvent(id: EventID(high: 1, low: number), payload: .reported(report))
      waitFor { _ = try await world.log.append([event], texts: [], to: stream, expecting: .any) }
    }
    let state = try #require(try world.runner.statuses().first { $0.name == "state" })
    #expect(state.position == Position(rawValue: 12))
  }

  @Test func `an answer says how far behind the view is`() async throws {
    let world = try World()
    try await fill(world, 3)
    try world.catchUp()
    try await fill(world, 2)
    let footing = try world.state("2025-03-10").footing
    #expect(footing.head == Position(rawValue: 5))
    #expect(footing.viewPosition == Position(rawValue: 3))
    #expect(throws: QueryError.beyondHead(Position(rawValue: 6), head: Position(rawValue: 5))) {
      try world.state("2025-03-10", knownAt: .position(Position(rawValue: 6)))
    }
  }

  @Test func `without a view a question says so`() throws {
    let world = try World()
    #expect(throws: QueryError.noView(projection: "state")) { try world.state("2025-03-10") }
  }

  @Test func `the same folder is not opened twice`() throws {
    let folder = try TemporaryFolder()
    let views = try World.views(in: folder)
    #expect(throws: StorageFailure.self) { try World.views(in: folder) }
    #expect(views.projections.count == 3)
  }
}

/// Runs asynchronous work from a place that can't wait for it otherwise.
private func waitFor(_ work: @escaping @Sendable () async throws -> Void) {
  let done = Mutex(false)
  Task {
    try await work()
    done.withLock { $0 = true }
  }
  while !done.withLock({ $0 }) {}
}
