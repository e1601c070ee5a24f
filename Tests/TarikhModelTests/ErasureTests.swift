import TarikhModel
import Testing

struct ErasureTests {
  @Test(arguments: RecordVersion.allCases)
  func `an erased record keeps its envelope and its hashes and nothing it said`(
    version: RecordVersion
  ) throws {
    let payload = EventPayload.reported(try Samples.fullReport())
    let record = try Samples.record(payload, version: version)
    let erased = try EventRecord.erasing(record.bytes.span.bytes)
    let (before, after) = (try decode(record.bytes), try decode(erased))
    #expect(after.hash == before.hash)
    #expect(after.id == before.id)
    #expect(after.position == before.position)
    #expect(after.recorded == before.recorded)
    let bodyHash = try EventBody(encoding: payload, version: version).hash
    #expect(after.payload == .erased(type: .reported, bodyHash: bodyHash))
    #expect(after.payload.typeName == "reported")
    let name = Samples.stream.rawValue.utf8.count
    #expect(erased.count == (version == .v1 ? (144 + name + 7) / 8 * 8 : 88 + name + 32))
    let view = try EventRecordView(erased.span.bytes)
    try view.verifyHashes()
    let (kind, isErased) = (view.kind, view.isErased)
    #expect(kind == nil)
    #expect(isErased)
    let viewed = try ViewedReport(in: erased)
    #expect(viewed == nil)
  }

  @Test(arguments: RecordVersion.allCases)
  func `every type of event can be erased, and twice is once`(version: RecordVersion) throws {
    for record in try Samples.records(version) {
      let once = try EventRecord.erasing(record.bytes.span.bytes)
      #expect(try EventRecord.erasing(once.span.bytes) == once)
      #expect(try decode(once).hash == record.hash)
    }
  }

  @Test func `an erased event that is imported is the erased record again`() throws {
    let record = try Samples.record(.reported(Samples.bareReport))
    let erased = try EventRecord.erasing(record.bytes.span.bytes)
    let event = try decode(erased)
    let imported = try EventRecord.encode(
      NewEvent(id: event.id, payload: event.payload), position: event.position,
      stream: event.stream, revision: event.revision, recorded: event.recorded)
    #expect(imported.bytes == erased)
    #expect(imported.hash == record.hash)
  }

  @Test func `a record that is damaged is not erased`() throws {
    var bytes = try Samples.record(.reported(Samples.bareReport)).bytes
    bytes[100] ^= 1
    #expect(throws: RecordError.self) { try EventRecord.erasing(bytes.span.bytes) }
  }
}
