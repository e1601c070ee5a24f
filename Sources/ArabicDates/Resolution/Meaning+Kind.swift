internal import EDTF

extension Meaning {
  /// The kind of mention this is, given what it came to.
  func kind(_ expression: EDTFExpression?) -> DateMention.Kind {
    switch self {
    case .duration: return .duration
    case .within(let amount):
      return amount.unit.calendarUnit == nil ? .time : expression == nil ? .duration : .interval
    case .ahead: return expression == nil ? .duration : .date
    case .repetition: return .set
    case .clock: return .time
    case .shifted(let amounts, _):
      return amounts.allSatisfy { $0.unit.calendarUnit != nil } ? .date : .time
    case .span(let from, let to):
      let sides = [from, to].compactMap { $0?.kind(nil) }
      return sides.contains(.time) ? .time : .interval
    case .approximately(let inner), .before(let inner), .after(let inner):
      let kind = inner.kind(nil)
      if kind == .time || kind == .duration { return kind }
    case .rule(.running), .rule(.week): return .interval
    default: break
    }
    guard let expression else { return .date }
    return expression.description.contains("/") ? .interval : .date
  }

  /// Whether the words themselves are vague.
  var isVague: Bool {
    switch self {
    case .approximately, .vague: true
    case .part(let part, let whole):
      switch part {
      case .start, .early, .middle, .late, .end: true
      default: whole.isVague
      }
    case .within(let amount), .ahead(let amount): amount.isRough
    case .shifted(let amounts, _): amounts.contains { $0.isRough || $0.count == nil }
    case .span(let from, let to): from?.isVague == true || to?.isVague == true
    case .before(let inner), .after(let inner), .weekdayOf(let inner, _, _),
      .dayOf(let inner, _), .weekOf(let inner, _):
      inner.isVague
    default: false
    }
  }
}
