import LMDB
import Tarikh

/// Counts what each speaker says, by kind: the row `speaker`, zero byte, `kind` holds how often.
struct SpeakerCounts: Projection {
  let name = "speaker-counts"
  let version: UInt32 = 1

  func apply(
    _ event: Event, to view: View, in transaction: inout WriteTransaction
  ) throws(ViewError) {
    guard case .reported(let report) = event.payload, let speaker = report.attribution?.speaker
    else { return }
    let key = Array("\(speaker.rawValue)\0\(report.kind.rawValue)".utf8)
    let count = try view.value(forKey: key, in: transaction).map(SpeakerCounts.number) ?? 0
    let next = withUnsafeBytes(of: (count + 1).bigEndian) { Array($0) }
    try view.put(next, forKey: key, in: &transaction)
  }

  static func number(_ bytes: [UInt8]) -> UInt64 { bytes.reduce(0) { $0 << 8 | UInt64($1) } }
}

/// How often each speaker says something of each kind.
func speakerCounts(storeAt path: String) throws -> [String: UInt64] {
  let options = TimelineOptions(access: .write, projections: [SpeakerCounts()])
  let timeline = try Timeline.open(at: path, options: options)
  try timeline.updateViews()
  let rows = try timeline.rows(of: "speaker-counts")
  return Dictionary(
    uniqueKeysWithValues: rows.map {
      (String(decoding: $0.key, as: UTF8.self), SpeakerCounts.number($0.value))
    })
}
