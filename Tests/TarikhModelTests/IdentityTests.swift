import EDTF
import TarikhModel
import TestSupport
import Testing

struct EventIDTests {
  @Test func `an identity is read from the 32 digits that it prints`() {
    let id = EventID(high: 0x0123_4567_89AB_CDEF, low: 7)
    #expect(id.description == "0123456789abcdef0000000000000007")
    #expect(EventID(id.description) == id)
    #expect(EventID("0123456789ABCDEF0000000000000007") == id)
  }

  @Test(arguments: [
    "", "0123", String(repeating: "0", count: 33), String(repeating: "z", count: 32),
  ])
  func `other text is no identity`(text: String) { #expect(EventID(text) == nil) }

  @Test func `the generator decides a random identity`() {
    var (first, second) = (SplitMix64(seed: 9), SplitMix64(seed: 9))
    #expect(EventID(using: &first) == EventID(using: &second))
    #expect(EventID(using: &first) != EventID(using: &first))
  }

  @Test func `the same words found by another extractor are the same event`() throws {
    var report = try Samples.fullReport()
    let id = EventID(content: report)
    report.extractor = ExtractorVersion(name: "other", version: "9")
    #expect(EventID(content: report) == id)
  }

  @Test func `every other difference makes another event`() throws {
    let changes: [(inout Report) -> Void] = [
      { $0.kind = .mission }, { $0.when = nil }, { $0.when?.expression = nil },
      { $0.when?.relation = .on }, { $0.when?.certainty = .exact },
      { $0.when?.dependsOnPublication = false }, { $0.when?.relative = .day(offset: -1) },
      { $0.modality = .denied }, { $0.polarity = .negative }, { $0.aspect = nil },
      { $0.detail = nil }, { $0.attribution = nil }, { $0.attribution?.role = nil },
      { $0.attribution?.verb = "" }, { $0.attribution?.via.removeLast() },
      { $0.attribution?.channel = nil }, { $0.attribution?.anonymous = true },
      { $0.participants.reverse() }, { $0.participants[0].text += " " },
      { $0.quantities.removeLast() }, { $0.quantities[0].min = 0 },
      { $0.quantities[1].of = EntityID(rawValue: "") }, { $0.evidence?.trigger = nil },
      { $0.evidence?.range.start += 1 }, { $0.evidence?.quote = "" }, { $0.saidIn = nil },
    ]
    let original = try Samples.fullReport()
    var seen = [EventID(content: original)]
    for change in changes {
      var report = original
      change(&report)
      seen.append(EventID(content: report))
    }
    #expect(Set(seen).count == changes.count + 1)
  }

  @Test func `identities of content stay what they are for ever`() throws {
    #expect(EventID(content: Samples.bareReport).description == Golden.bareReportID)
    #expect(try EventID(content: Samples.fullReport()).description == Golden.fullReportID)
  }
}

struct StreamNameTests {
  @Test func `an article's stream is named after the digest of its text`() {
    let name = StreamName.article(for: Digest.sha256(of: "abc"))
    #expect(name.rawValue == "article/ba7816bf8f01cfea")
    #expect(StreamName.desk.rawValue == "desk/main")
  }

  @Test func `names end at 400 bytes and hold no control characters`() throws {
    #expect(throws: StreamNameError.empty) { try StreamName("") }
    #expect(throws: StreamNameError.controlCharacter("a\n")) { try StreamName("a\n") }
    #expect(throws: StreamNameError.tooLong(bytes: 402)) {
      try StreamName(String(repeating: "ع", count: 201))
    }
    #expect(try StreamName(String(repeating: "ع", count: 200)).rawValue.utf8.count == 400)
  }

  @Test func `every character of the control category is refused, and no other`() throws {
    for value in UInt32(0)...0x2FFF {
      guard let scalar = Unicode.Scalar(value) else { continue }
      let isName = (try? StreamName("a\(scalar)")) != nil
      #expect(isName == (scalar.properties.generalCategory != .control), "U+\(value)")
    }
  }

  @Test func `an address is read from what it prints`() throws {
    let address = EventAddress(stream: try StreamName("desk/a@b"), revision: Revision(rawValue: 3))
    #expect(address.description == "desk/a@b@3")
    #expect(EventAddress(address.description) == address)
    for text in ["", "a", "a@", "@1", "a@-1", "a@+1", "a@1x"] { #expect(EventAddress(text) == nil) }
  }

  @Test func `positions and revisions print as numbers`() {
    #expect(Position(rawValue: 17).description == "17")
    #expect(Position("17") == Position(rawValue: 17))
    #expect(Revision.zero.description == "0")
    #expect(Revision("-1") == nil)
    #expect(Position("+1") == nil)
  }
}
