/// A part of a year that stands in place of the month (ISO 8601-2:2019, 4.8).
///
/// The standard gives no days to seasons. The bounds here are a convention: three whole
/// calendar months, by the meteorological seasons of the hemisphere, of the northern one where
/// none is said; a winter that begins in December ends in the next year.
public enum EDTFSubYear: Int, Hashable, Sendable, CaseIterable {
  case spring = 21
  case summer, autumn, winter
  case northernSpring, northernSummer, northernAutumn, northernWinter
  case southernSpring, southernSummer, southernAutumn, southernWinter
  case firstQuarter, secondQuarter, thirdQuarter, fourthQuarter
  case firstQuadrimester, secondQuadrimester, thirdQuadrimester
  case firstHalf, secondHalf

  /// Its first month, 1…12.
  var firstMonth: Int {
    switch self {
    case .spring, .northernSpring, .southernAutumn: 3
    case .summer, .northernSummer, .southernWinter: 6
    case .autumn, .northernAutumn, .southernSpring: 9
    case .winter, .northernWinter, .southernSummer: 12
    case .firstQuarter, .firstQuadrimester, .firstHalf: 1
    case .secondQuarter: 4
    case .thirdQuarter, .secondHalf: 7
    case .fourthQuarter: 10
    case .secondQuadrimester: 5
    case .thirdQuadrimester: 9
    }
  }

  /// How many months it lasts.
  var length: Int {
    switch self {
    case .firstQuadrimester, .secondQuadrimester, .thirdQuadrimester: 4
    case .firstHalf, .secondHalf: 6
    default: 3
    }
  }

  /// Whether it belongs to level 1: the four seasons without a hemisphere.
  var isLevelOne: Bool { rawValue <= 24 }
}
