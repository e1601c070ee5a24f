internal import Foundation

/// Lines within an article that do not belong to it, known by their words.
enum TeaserLines {
  /// How a line that leads to other articles, or to the page's tools, begins; letters are folded.
  private static let openings = [
    "اقرا ايضا", "اقرا المزيد", "اقرا كذلك", "اقرا في", "اقراوا ايضا", "للمزيد", "شاهد ايضا",
    "شاهدوا ايضا", "طالع ايضا", "انظر ايضا", "قد يهمك", "قد يعجبك", "مواضيع ذات صله",
    "مواضيع مرتبطه", "موضوعات ذات صله", "موضوعات متعلقه", "اخبار ذات صله", "اخبار متعلقه",
    "مقالات ذات صله", "ذات صله", "الاكثر قراءه", "الاكثر مشاهده", "تابعونا", "تابعنا",
    "تابعوا اخر", "اشترك في", "اشتركوا في", "انضم الي", "شارك الخبر", "شارك المقال", "شارك هذا",
    "مشاركه", "طباعه", "حجم الخط", "نسخ الرابط", "كلمات مفتاحيه", "كلمات دلاليه", "وسوم",
    "الوسوم", "جميع الحقوق محفوظه", "حقوق النشر", "التعليقات", "اترك تعليقا", "اضف تعليق",
    "للاتصال", "اتصل بنا",
    "تواصل معنا", "التالي", "السابق", "اعلان", "read also", "read more", "related", "follow us",
    "share",
    "lire aussi",
  ]

  /// How a line of contact details begins.
  private static let contacts = [
    "هاتف", "تلفون", "فاكس", "موبايل", "جوال", "واتساب", "البريد الالكتروني", "ايميل", "ص.ب",
    "tel", "phone", "fax", "email", "e-mail",
  ]

  /// A teaser is shorter than a paragraph that merely begins with such words.
  private static let longest = 160

  /// Whether a line leads away from the article.
  static func isTeaser(_ line: String) -> Bool {
    guard line.unicodeScalars.count <= longest else { return false }
    let folded = folded(line)
    return openings.contains { opening in
      guard folded.hasPrefix(opening) else { return false }
      return folded.dropFirst(opening.count).first.map { !$0.isLetter } ?? true
    }
  }

  /// Whether a line gives an address to call or write to, or the weather.
  static func isContactOrWeather(_ line: String) -> Bool {
    guard line.unicodeScalars.count <= longest else { return false }
    let folded = folded(line)
    if contacts.contains(where: { folded.hasPrefix($0) }),
      line.contains(where: \.isNumber) || line.contains("@")
    {
      return true
    }
    if line.contains("@"), !line.contains(" ") { return true }
    let letters = line.unicodeScalars.count { $0.properties.isAlphabetic }
    let digits = line.unicodeScalars.count { $0.properties.numericType != nil }
    return digits > letters || line.contains("°") && letters < 60
  }

  private static func folded(_ line: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in line.lowercased().unicodeScalars {
      switch scalar {
      case "أ", "إ", "آ", "ٱ": result.append("ا")
      case "ة": result.append("ه")
      case "ى": result.append("ي")
      case "ـ", "\u{064B}"..."\u{0652}": break
      case "\u{200E}", "\u{200F}", "\u{061C}": break
      default: result.append(scalar)
      }
    }
    return String(result).trimmingCharacters(
      in: CharacterSet.letters.union(.decimalDigits).inverted)
  }
}
