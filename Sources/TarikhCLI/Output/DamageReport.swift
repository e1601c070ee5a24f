import Tarikh

/// Names damaged events as they are left out, and fails in the end where there were any.
final class DamageReport {
  private var places: Set<String> = []

  func note(_ event: DamagedEvent) {
    guard places.insert(event.place).inserted else { return }
    Console.note("tarikh: \(event.place) is damaged and left out: \(event.reason)")
  }

  /// - Throws: a failure where something was left out.
  func finish() throws {
    guard !places.isEmpty else { return }
    throw Failure(
      .inputOutput, "\(places.count) damaged events were left out; \(StorageFailure.remedy)")
  }
}
