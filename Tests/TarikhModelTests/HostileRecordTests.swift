import TarikhModel
import TestSupport
import Testing

/// Bytes that no encoder wrote: damaged, cut, or made by somebody who knows the checksum.
struct HostileRecordTests {
  @Test(arguments: RecordVersion.allCases)
  func `no change of any one byte goes unnoticed`(version: RecordVersion) throws {
    for record in try Samples.records(version) {
      var bytes = record.bytes
      for place in bytes.indices {
        let original = bytes[place]
        for change: UInt8 in [1, 2, 4, 8, 16, 32, 64, 128, 255] {
          bytes[place] = original ^ change
          #expect(throws: RecordError.self) { _ = try EventRecordView(bytes.span.bytes).kind }
        }
        bytes[place] = original
      }
    }
  }

  @Test(arguments: RecordVersion.allCases)
  func `a record that is cut or has more after it is refused`(version: RecordVersion) throws {
    for record in try Samples.records(version) {
      for count in record.bytes.indices {
        let cut = Array(record.bytes.prefix(count))
        #expect(throws: RecordError.self) { try decode(cut) }
      }
      let longer = record.bytes + [0]
      #expect(throws: RecordError.self) { try decode(longer) }
    }
  }

  @Test func `what is wrong is said`() throws {
    let good = try Samples.record(.reported(Samples.bareReport)).bytes
    #expect(throws: RecordError.notARecord) { try decode([]) }
    #expect(throws: RecordError.notARecord) { try decode(Array("{\"a\":1}".utf8)) }
    #expect(throws: RecordError.wrongLength(expected: 88, actual: 60)) {
      try decode(Array(good.prefix(60)))
    }
    var newer = good
    newer[2] = 3
    #expect(throws: RecordError.unknownVersion(3)) { try decode(resealed(newer)) }
    var unknown = good
    unknown[3] = 200
    #expect(throws: RecordError.malformed(.eventType)) { try decode(resealed(unknown)) }
    var flagged = good
    flagged[5] = 4
    #expect(throws: RecordError.malformed(.flags)) { try decode(resealed(flagged)) }
    #expect {
      try decode(Array(good.dropLast()))
    } throws: { error in
      if case .checksumMismatch(let stored, let computed) = error as? RecordError {
        stored != computed
      } else {
        false
      }
    }
  }

  @Test func `what is wrong in format 1 is said`() throws {
    let good = try Samples.record(.reported(Samples.bareReport), version: .v1).bytes
    #expect(throws: RecordError.wrongLength(expected: good.count, actual: good.count - 1)) {
      try decode(Array(good.dropLast()))
    }
    var newer = good
    newer[4] = 2
    #expect(throws: RecordError.unknownVersion(2)) { try decode(resealed(newer)) }
    var unknown = good
    unknown[20] = 200
    #expect(throws: RecordError.malformed(.eventType)) { try decode(resealed(unknown)) }
    var flagged = good
    flagged[22] = 4
    #expect(throws: RecordError.malformed(.flags)) { try decode(resealed(flagged)) }
    var damaged = good
    damaged[good.count - 1] ^= 1
    #expect {
      try decode(damaged)
    } throws: { error in
      if case .checksumMismatch(let stored, let computed) = error as? RecordError {
        stored != computed
      } else {
        false
      }
    }
  }

  @Test(arguments: RecordVersion.allCases)
  func `with a fitting checksum any byte may be anything`(version: RecordVersion) throws {
    for record in try Samples.records(version) {
      var bytes = record.bytes
      for place in bytes.indices where !(8..<16).contains(place) {
        let original = bytes[place]
        for value: UInt8 in [0, 1, 2, 127, 128, 255, original &+ 1, original &- 1] {
          bytes[place] = value
          readEverything(resealed(bytes))
        }
        bytes[place] = original
      }
    }
  }

  @Test(arguments: RecordVersion.allCases)
  func `with a fitting checksum many bytes may be anything`(version: RecordVersion) throws {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SplitMix64(seed: seed)
    print("seed \(seed)")
    let records = try Samples.records(version)
    for _ in 0..<5000 {
      guard var bytes = records.randomElement(using: &generator)?.bytes else { return }
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: 16..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      readEverything(resealed(bytes))
    }
  }

  @Test func `a changed body or envelope does not pass for the one that was logged`() throws {
    let report = EventPayload.reported(Samples.bareReport)
    var body = try Samples.record(report, version: .v1).bytes
    body[body.count - 1] ^= 1
    let forgedBody = resealed(body)
    #expect {
      try EventRecordView(forgedBody.span.bytes).verifyHashes()
    } throws: { error in
      if case .bodyHashMismatch = error as? RecordError { true } else { false }
    }
    let bytes = try Samples.record(report).bytes
    for place in bytes.indices where ![0, 1, 2, 4, 6].contains(place) && !(8..<16).contains(place) {
      var changed = bytes
      changed[place] ^= 3
      let forged = resealed(changed)
      #expect(throws: RecordError.self, "byte \(place)") {
        try EventRecordView(forged.span.bytes).verifyHashes()
      }
    }
    for place in [20, 24, 32, 40, 48, 64, 96, 144] {
      var envelope = try Samples.record(report, version: .v1).bytes
      envelope[place] ^= 3
      let forged = resealed(envelope)
      #expect(throws: RecordError.self, "byte \(place)") {
        try EventRecordView(forged.span.bytes).verifyHashes()
      }
    }
  }

  @Test func `days beyond every calendar are refused before anybody counts from them`() throws {
    let good = try Samples.record(.reported(Samples.fullReport())).bytes
    let body = 88 + Samples.stream.rawValue.utf8.count
    for extreme in [Int64.max, Int64.min + 2, 400_000_000_000_000_001] {
      for place in [body + 12, body + 20] {
        var bytes = good
        for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: extreme >> (8 * byte)) }
        let forged = resealed(bytes)
        #expect(throws: RecordError.malformed(.bound)) { try decode(forged) }
        #expect(throws: RecordError.malformed(.bound)) { try ViewedReport(in: forged) }
      }
    }
  }

  @Test func `a relative date nested without end is refused`() throws {
    var report = try Samples.fullReport()
    report.attribution?.role = String(repeating: "\u{F}", count: 100_000)  // "approximately"
    var bytes = try Samples.record(.reported(report), version: .v1).bytes
    let (role, relative) = (168 + 80 + 4 * 8, 168 + 80 + 2 * 8)
    bytes.replaceSubrange(relative..<relative + 8, with: Array(bytes[role..<role + 8]))
    let forged = resealed(bytes)
    #expect(throws: RecordError.tooDeep) { try decode(forged) }
  }

  @Test func `a small list cannot unfold into much memory`() throws {
    var report = Samples.bareReport
    report.participants = (0..<2000).map { place in
      Participant(
        role: .actor, entity: EntityID(rawValue: "e"),
        text: place == 0 ? String(repeating: "x", count: 100_000) : "")
    }
    var bytes = try Samples.record(.reported(report), version: .v1).bytes
    let body = 168
    let list = body + Int(number(bytes, at: body + 80 + 10 * 8))
    let first = list + 8 + 8 + 8
    let entry = Array(bytes[first..<first + 8])
    for item in 1..<2000 {
      let place = first + item * 24
      bytes.replaceSubrange(place..<place + 8, with: entry)
    }
    let unfolding = resealed(bytes)
    #expect(throws: RecordError.malformed(.participant)) { try decode(unfolding) }
  }

  private func number(_ bytes: [UInt8], at offset: Int) -> UInt32 {
    (0..<4).reduce(0) { $0 | UInt32(bytes[offset + $1]) << (8 * $1) }
  }

  /// Every way to read; each may throw and none may trap.
  private func readEverything(_ bytes: [UInt8]) {
    do throws(RecordError) {
      let view = try EventRecordView(bytes.span.bytes)
      _ = try? view.event()
      _ = try? view.verifyHashes()
      _ = try? EventRecord.erasing(bytes.span.bytes)
      guard let report = try view.report() else { return }
      _ = (report.earliest, report.latest)
      _ = report.quote?.text()
      var participants = try report.participants()
      while let item = try participants.nextParticipant() { _ = item.entity.text() }
      var quantities = try report.quantities()
      while let item = try quantities.nextQuantity() { _ = item.expression.text() }
      var via = try report.via()
      while let item = try via.nextEntity() { _ = item.text() }
    } catch {
      _ = error.description
    }
  }
}
