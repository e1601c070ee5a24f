internal import TarikhModel

extension ConflictKind {
  /// In which way the claims that hold contradict the preferred one.
  ///
  /// Only what is said of the same time contradicts: 900 in January and 700 in autumn is a
  /// decline. Deadlines lie side by side, so any two different ones contradict. A suspected
  /// misprint is told also where nothing is preferred to it: it is why there is no value.
  init(of holding: [Candidate], preferred: Candidate?, _ variable: StateVariable) {
    self = .none
    let values = holding.filter(\.isValue)
    let rivals = values.filter { rival in
      guard let preferred, !rival.isMisprintSuspected else { return false }
      return rival.contradicts(preferred, variable.nature)
    }
    if !rivals.isEmpty {
      switch variable.nature {
      case .stock, .count: self = .measurement
      case .status, .upgrade: self = .factuality
      case .deadline: self = .date
      case .fact: self = .none
      }
    } else if values.contains(where: \.isMisprintSuspected) {
      self = .misprint
    }
  }
}

extension Candidate {
  fileprivate func contradicts(_ other: Candidate, _ nature: StateVariable.Nature) -> Bool {
    guard row.claim.value != other.row.claim.value else { return false }
    switch nature {
    case .deadline: return true
    case .fact: return false
    case .count where length != other.length: return false
    case .stock, .status, .upgrade, .count: break
    }
    guard own.begin.overlaps(other.own.begin) else { return false }
    guard let quantity, let rival = other.quantity else { return true }
    guard quantity.unit == rival.unit else { return false }
    return !FigureRange(quantity).isCompatible(with: FigureRange(rival))
  }

  /// How many days a period has: 153 in six months and 121 in a year is not like with like.
  private var length: Int { own.end.first - own.begin.first }
}
