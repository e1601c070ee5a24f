import EDTF
import TarikhModel
import Testing

struct EventRecordViewTests {
  @Test func `the envelope is read where it lies`() throws {
    let record = try Samples.record(.reported(try Samples.fullReport()), place: 4)
    let view = try EventRecordView(record.bytes.span.bytes)
    let (version, type, kind, isErased) = (view.version, view.type, view.kind, view.isErased)
    #expect(version == .current)
    #expect(type == .reported)
    #expect(kind == .drawdown)
    #expect(!isErased)
    let (position, revision, hash) = (view.position, view.revision, view.leafHash)
    #expect(position == Position(rawValue: 5))
    #expect(revision == Revision(rawValue: 4))
    #expect(hash == record.hash)
    let name = Samples.stream.rawValue
    let other = String(name.dropLast()) + "z"
    let (isName, isOther, isShorter) = (
      view.streamName.isUTF8(of: name), view.streamName.isUTF8(of: other),
      view.streamName.isUTF8(of: "article")
    )
    #expect(isName && !isOther && !isShorter)
  }

  @Test func `a report is read where it lies, in its own event or in a correction`() throws {
    for report in [try Samples.fullReport(), Samples.bareReport] {
      let correction = EventPayload.corrected(
        target: Samples.address(1), report: report, note: Samples.note)
      for payload in [.reported(report), correction] {
        let viewed = try ViewedReport(in: Samples.record(payload).bytes)
        #expect(viewed == ViewedReport(of: report))
      }
    }
  }

  @Test func `the bounds of a report are those of its date`() throws {
    let viewed = try ViewedReport(in: Samples.record(.reported(Samples.fullReport())).bytes)
    #expect(viewed?.earliest == .day(try #require(Day("2024-03-01"))))
    #expect(viewed?.latest == .day(try #require(Day("2024-03-05"))))
  }

  @Test(arguments: ["2024-03-01/..", "../2024-03-01", "2024-03-01/", "/2024-03-01", "-0044-03-15"])
  func `open and unknown sides are told from days`(text: String) throws {
    var report = try Samples.fullReport()
    report.when?.edtf = try Samples.edtf(text)
    let viewed = try ViewedReport(in: Samples.record(.reported(report)).bytes)
    #expect(viewed == ViewedReport(of: report))
  }

  @Test func `an event without a report shows none`() throws {
    let payloads = try Samples.payloads().filter { payload in
      switch payload {
      case .reported, .corrected: false
      default: true
      }
    }
    for payload in payloads {
      let viewed = try ViewedReport(in: Samples.record(payload).bytes)
      #expect(viewed == nil)
    }
  }
}
