import Foundation
import Tarikh
import TestSupport

/// Appends articles at a steady pace until its task is cancelled.
///
/// A pace that a replay can't keep up with would make the replay last as long as the soak.
struct SoakWriter: Sendable {
  let timeline: Timeline
  let seed: UInt64
  let articlesPerSecond: Double
  /// How many there are at most.
  let limit: Int

  func run() async throws {
    var random = SplitMix64(seed: seed)
    var number = 0
    let start = ContinuousClock.now
    while !Task.isCancelled, number < limit {
      let stream = Workload.stream(number: number, using: &random)
      try await append(stream)
      number += 1
      try? await Task.sleep(until: start + .seconds(Double(number) / articlesPerSecond))
    }
  }

  /// Waits where a reader holds back too much: that is what a busy log asks for.
  private func append(_ stream: Workload.Stream) async throws {
    while true {
      do throws(AppendError) {
        _ = try await timeline.log.append(
          stream.events, texts: [stream.text], to: stream.name, expecting: .any)
        return
      } catch {
        guard error.isBusy, !Task.isCancelled else { throw error }
        try? await Task.sleep(for: .milliseconds(100))
      }
    }
  }
}

extension AppendError {
  /// Whether another process or a reader is in the way.
  var isBusy: Bool {
    guard case .storage(let failure) = self else { return false }
    return failure.kind == .busy
  }
}
