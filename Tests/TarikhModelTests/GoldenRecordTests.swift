import TarikhModel
import Testing

/// Records of every released version, byte for byte, as they lie in somebody's store.
struct GoldenRecordTests {
  @Test(arguments: RecordVersion.allCases)
  func `records are written as released, byte for byte`(version: RecordVersion) throws {
    let written = try Samples.records(version).map { hexadecimal($0.bytes) }
    #expect(written == Golden.records(of: version).map { $0.filter { !$0.isWhitespace } })
  }

  @Test func `records of every released version are read for ever`() throws {
    for version in RecordVersion.allCases {
      let stored = Golden.records(of: version)
      #expect(!stored.isEmpty, "version \(version) has no stored records")
      let payloads = try stored.map { text in
        let bytes = try #require(Golden.bytes(text))
        let view = try EventRecordView(bytes.span.bytes)
        let found = view.version
        #expect(found == version)
        try view.verifyHashes()
        return try view.event().payload
      }
      #expect(try payloads == Samples.payloads())
    }
  }
}

extension Golden {
  /// The stored records of a version; a new version does not compile without an answer.
  static func records(of version: RecordVersion) -> [String] {
    switch version {
    case .v1: recordsV1
    case .v2: recordsV2
    }
  }

  static func bytes(_ text: String) -> [UInt8]? {
    let digits = text.filter { !$0.isWhitespace }.compactMap(\.hexDigitValue)
    guard digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).map {
      UInt8(digits[$0] << 4 | digits[$0 + 1])
    }
  }
}
