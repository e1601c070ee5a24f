import Tarikh

/// The events of SH1, "Supply History 1", a bitemporal benchmark with known answers by SirixDB
/// (`sirixdb/sirix`, `bundles/sirix-query/bench/bitemporal`, BSD-3-Clause).
///
/// Every figure is a hash of what it is of, so that anybody can make the same events.
struct SupplyStream {
  let tier: SupplyTier
  static let epochs = 25
  /// Days from the first to the horizon, exclusive.
  static let horizon = 366

  /// The events of one publication, in order.
  func events(of epoch: Int) -> [SupplyEvent] {
    guard epoch > 0 else { return firstEvents }
    var events = fixture(epoch)
    for number in picked(.contracts, epoch, from: 2, through: tier.contracts, oneIn: 20) {
      events.append(contractChange(epoch, number))
    }
    for number in picked(.products, epoch, from: 1, through: tier.products, oneIn: 100) {
      let days = days(.products, epoch, number)
      events.append(event(epoch, .products, number, days, product(epoch, number)))
    }
    for number in picked(.suppliers, epoch, from: 1, through: tier.suppliers, oneIn: 100) {
      let days = days(.suppliers, epoch, number)
      events.append(event(epoch, .suppliers, number, days, supplier(epoch, number)))
    }
    return events
  }

  private var firstEvents: [SupplyEvent] {
    let always = 0..<SupplyStream.horizon
    return (1...tier.contracts).map { event(0, .contracts, $0, always, contract($0)) }
      + (1...tier.products).map { event(0, .products, $0, always, product(0, $0)) }
      + (1...tier.suppliers).map { event(0, .suppliers, $0, always, supplier(0, $0)) }
  }

  /// What is changed of contract 1, which the first questions are about.
  private func fixture(_ epoch: Int) -> [SupplyEvent] {
    var changed = contract(1)
    let days: Range<Int>
    switch epoch {
    case 6: (days, changed[2]) = (90..<210, changed[2] + 100)
    case 12: (days, changed[2]) = (150..<180, changed[2] + 200)
    case 18: return [SupplyEvent(epoch: 18, item: .contracts, number: 1, days: 160..<170)]
    case 20: (days, changed[2]) = (164..<168, changed[2] + 300)
    default: return []
    }
    return [event(epoch, .contracts, 1, days, changed)]
  }

  private func contractChange(_ epoch: Int, _ number: Int) -> SupplyEvent {
    let days = days(.contracts, epoch, number)
    guard hash(.contracts, epoch, number, "op") % 5 != 0 else {
      return SupplyEvent(epoch: epoch, item: .contracts, number: number, days: days)
    }
    return event(epoch, .contracts, number, days, contract(number, epoch))
  }

  private func event(
    _ epoch: Int, _ item: SupplyEvent.Item, _ number: Int, _ days: Range<Int>, _ figures: [Int]
  ) -> SupplyEvent {
    SupplyEvent(epoch: epoch, item: item, number: number, days: days, figures: figures)
  }
}

extension SupplyStream {
  /// Cost and quantity are those of the epoch, all else stays as it was first.
  private func contract(_ number: Int, _ epoch: Int = 0) -> [Int] {
    [
      1 + (number - 1) % tier.products, 1 + 17 * (number - 1) % tier.suppliers,
      10_000 + Int(hash(.contracts, epoch, number, "cost") % 90_001),
      1 + Int(hash(.contracts, epoch, number, "qty") % 1000),
      Int(hash(.contracts, 0, number, "grade") % 4),
    ]
  }

  private func product(_ epoch: Int, _ number: Int) -> [Int] {
    [
      Int(hash(.products, epoch, number, "category") % 16),
      150_000 + Int(hash(.products, epoch, number, "retail") % 50_001),
    ]
  }

  private func supplier(_ epoch: Int, _ number: Int) -> [Int] {
    [
      Int(hash(.suppliers, epoch, number, "region") % 8),
      1 + Int(hash(.suppliers, epoch, number, "tier") % 3),
    ]
  }

  /// One change in five is of days to come, the others of days gone by.
  private func days(_ item: SupplyEvent.Item, _ epoch: Int, _ number: Int) -> Range<Int> {
    let lag = hash(item, epoch, number, "lag")
    let isToCome = hash(item, epoch, number, "direction") % 5 == 0
    let start =
      isToCome
      ? min(SupplyStream.horizon - 1, 15 * epoch + 1 + Int(lag % 30))
      : max(0, 15 * epoch - 1 - Int(lag % 120))
    let length = Int(hash(item, epoch, number, "length") % 90)
    return start..<min(SupplyStream.horizon, start + 1 + length)
  }

  /// Those with the smallest hashes, ascending.
  private func picked(
    _ item: SupplyEvent.Item, _ epoch: Int, from first: Int, through last: Int, oneIn share: Int
  ) -> [Int] {
    // A share of all items, also where the first of them cannot be picked.
    let count = (last + share - 1) / share
    return (first...last).map { (hash(item, epoch, $0, "pick"), $0) }
      .sorted { $0 < $1 }.prefix(count).map(\.1).sorted()
  }

  private func hash(
    _ item: SupplyEvent.Item, _ epoch: Int, _ number: Int, _ purpose: String
  ) -> UInt64 {
    Digest.sha256(of: "20260920|\(item.rawValue)|\(epoch)|\(number)|\(purpose)").words.0
  }
}
