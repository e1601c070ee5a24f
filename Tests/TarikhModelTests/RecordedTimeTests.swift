import TarikhModel
import TestSupport
import Testing

struct RecordedTimeTests {
  @Test(arguments: [
    (0, "1970-01-01T00:00:00.000000Z"),
    (-1, "1969-12-31T23:59:59.999999Z"),
    (951_782_400_000_000, "2000-02-29T00:00:00.000000Z"),
    (1_795_421_468_123_456, "2026-11-23T08:11:08.123456Z"),
    (-62_167_219_200_000_000, "0000-01-01T00:00:00.000000Z"),
    (-62_167_219_200_000_001, "-0001-12-31T23:59:59.999999Z"),
    (253_402_300_800_000_000, "10000-01-01T00:00:00.000000Z"),
    (Int64.max, "294247-01-10T04:00:54.775807Z"),
    (Int64.min, "-290308-12-21T19:59:05.224192Z"),
  ])
  func `an instant prints as RFC 3339 and is read again`(microseconds: Int64, text: String) {
    let time = RecordedTime(rawValue: microseconds)
    #expect(time.description == text)
    #expect(RecordedTime(text) == time)
  }

  @Test(arguments: [
    ("2026-11-23T08:11:08Z", "2026-11-23T08:11:08.000000Z"),
    ("2026-11-23t08:11:08.5z", "2026-11-23T08:11:08.500000Z"),
    ("2026-11-23T08:11:08.1234567899Z", "2026-11-23T08:11:08.123456Z"),
    ("2026-11-23T02:11:08+03:00", "2026-11-22T23:11:08.000000Z"),
    ("2026-11-23T22:11:08-05:30", "2026-11-24T03:41:08.000000Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00.000000Z"),
  ])
  func `other ways to write an instant are read`(text: String, meaning: String) {
    #expect(RecordedTime(text)?.description == meaning)
  }

  @Test(arguments: [
    "", "2026", "2026-11-23", "2026-11-23T08:11Z", "2026-11-23T08:11:08", "2026-11-23 08:11:08Z",
    "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "2026-11-23T24:00:00Z",
    "2026-11-23T08:60:00Z", "2026-11-23T08:11:60Z", "2026-11-23T08:11:61Z",
    "2026-11-23T08:11:08.Z", "2026-11-23T08:11:08Zx", "2026-11-23T08:11:08+3:00",
    "2026-11-23T08:11:08+24:00", "٢٠٢٦-١١-٢٣T08:11:08Z", "99999999-01-01T00:00:00Z",
    "9999999-01-01T00:00:00Z", "294247-01-10T04:00:54.775808Z", "-290308-12-21T19:59:05.224191Z",
  ])
  func `what is no instant is refused`(text: String) { #expect(RecordedTime(text) == nil) }

  @Test func `random instants survive printing`() {
    let seed = UInt64.random(in: .min ... .max)
    var generator = SplitMix64(seed: seed)
    for _ in 0..<2000 {
      let time = RecordedTime(rawValue: Int64(bitPattern: generator.next()))
      #expect(RecordedTime(time.description) == time, "seed \(seed)")
    }
  }
}
