/// Small articles of our own for tests: invented, dated, in the style of agencies.
enum Stories {
  static let withdrawal = """
    ---
    title: انسحاب من قاعدة الوادي
    outlet: وكالة المدى
    published: 2025-03-10
    ---
    انسحاب من قاعدة الوادي

    أعلنت وزارة الدفاع الفرنسية، أمس، أن القوات الفرنسية ستغادر قاعدة الوادي في تشاد بحلول نهاية أبريل.

    ويبلغ عدد الجنود الفرنسيين في تشاد نحو 1000 جندي، وفقا لمصادر عسكرية.
    """

  static let rival = """
    ---
    title: أرقام أخرى
    outlet: صحيفة الضفة
    published: 2025-03-12
    ---
    قالت مصادر أمنية تشادية، أمس، إن عدد الجنود الفرنسيين في تشاد يتجاوز 1500 جندي.
    """

  /// A paragraph of running text.
  static let paragraph = "أعلنت وزارة الدفاع، أمس، انسحاب آخر جنودها من القاعدة الجوية شرقي البلاد."

  /// A corpus of `count` short articles, each different, as NDJSON.
  static func corpus(_ count: Int) -> String {
    (0..<count).map { number in
      let text =
        "أعلنت وزارة الدفاع، أمس، أن \(number + 10) جنديا غادروا قاعدة الوادي. "
        + "وقال المتحدث باسم الجيش يوم الثلاثاء إن العدد سينخفض."
      return #"{"id":"\#(number)","title":"خبر \#(number)","outlet":"وكالة المدى","#
        + #""published":"2025-03-\#(10 + number % 20)","text":"\#(text)"}"#
    }.joined(separator: "\n") + "\n"
  }
}
