internal import ArabicDates

/// Spells out the third- and first-person forms of a verb and the cases and numbers of a noun.
///
/// News prose needs no second person. Forms are given without clitics and folded; weak verbs
/// follow from the spelling of their principal parts (أنهى → أنهت, أنهوا; يعيد → يعد after لم).
enum Inflection {
  struct Form: Hashable {
    var text: String
    var shape: WordForm.Shape
    var isFirstPerson = false
    var isBound = false
  }

  static func past(_ spelling: String) -> [Form] {
    let stem = ArabicFolding.fold(spelling)
    var texts: [String] = [stem]
    var bound: [String] = []
    if spelling.hasSuffix("ى") || (spelling.hasSuffix("ا") && stem.unicodeScalars.count > 2) {
      let short = String(stem.dropLast())
      texts += [short + "ت", short + "تا", short + "وا", short + "يا", short + "ين"]
      bound += [short + "و", short + "ا"]
    } else if spelling.hasSuffix("ي") {
      let short = String(stem.dropLast())
      texts += [stem + "ت", stem + "تا", stem + "ا", short + "وا"]
      bound.append(short + "و")
    } else {
      texts += ["ت", "تا", "ا", "وا", "ن"].map { stem + $0 }
      bound.append(stem + "و")
      if spelling.hasSuffix("أ") { texts += [String(stem.dropLast()) + "ووا"] }
      if spelling.hasSuffix("اء") {
        texts += [String(stem.dropLast()) + "ووا", String(stem.dropLast()) + "وا"]
      }
    }
    return texts.map { Form(text: $0, shape: .past) }
      + bound.map { Form(text: $0, shape: .past, isBound: true) }
      + [Form(text: stem + "نا", shape: .past, isFirstPerson: true)]
  }

  /// - Parameter spelling: third person masculine singular, beginning with ي.
  static func present(_ spelling: String) -> [Form] {
    let whole = ArabicFolding.fold(spelling)
    guard whole.hasPrefix("ي") else { return [] }
    let stem = String(whole.dropFirst())
    var forms: [Form] = []
    for prefix in ["ي", "ت", "ن", "ا"] {
      let isFirstPerson = prefix == "ن" || prefix == "ا"
      forms.append(Form(text: prefix + stem, shape: .present, isFirstPerson: isFirstPerson))
      forms += shortened(stem, spelling).map {
        Form(text: prefix + $0, shape: .jussive, isFirstPerson: isFirstPerson)
      }
    }
    let isWeak = ["ي", "و", "ى"].contains { spelling.hasSuffix($0) }
    let plural = isWeak ? String(stem.dropLast()) : stem
    for prefix in ["ي", "ت"] {
      for ending in ["ون", "وا"] {
        forms.append(Form(text: prefix + plural + ending, shape: .present))
      }
      forms.append(Form(text: prefix + plural + "و", shape: .present, isBound: true))
      for ending in ["ان", "ا"] {
        forms.append(Form(text: prefix + stem + ending, shape: .present))
      }
    }
    return forms
  }

  /// What is left of a present stem after لم: weak ends and hollow middles lose their vowel.
  private static func shortened(_ stem: String, _ spelling: String) -> [String] {
    let letters = Array(stem)
    if ["ي", "و", "ى"].contains(where: { spelling.hasSuffix($0) }) {
      return [String(letters.dropLast())]
    }
    guard letters.count >= 3, ["ا", "و", "ي"].contains(letters[letters.count - 2]) else {
      return []
    }
    return [String(letters.dropLast(2)) + String(letters.last.map(String.init) ?? "")]
  }

  /// The participle of a derived verb: م in place of ي, in the cases that open a clause.
  ///
  /// - Parameter present: third person masculine singular, beginning with ي.
  static func participle(_ present: String) -> [Form] {
    let whole = ArabicFolding.fold(present)
    guard whole.hasPrefix("ي") else { return [] }
    let stem = "م" + whole.dropFirst()
    let endings = present.hasSuffix("ى") ? ["ا"] : ["ا", "ه", "ين", "ان", "تين", "ات"]
    return endings.map { Form(text: stem + $0, shape: .participle) }
  }

  /// - Parameter isPerson: whether the construct plural matters: مسؤولو، مسؤولي. Of the names of
  ///   events it would only be the adjective: اجتماعي.
  static func nominal(_ spelling: String, isPerson: Bool) -> [Form] {
    let base = ArabicFolding.fold(spelling)
    var texts = [base]
    var bound: [String] = []
    if spelling.hasSuffix("ة") {
      let stem = String(base.dropLast())
      texts += ["تان", "تين", "تا", "تي", "ات"].map { stem + $0 }
      bound.append(stem + "ت")
    } else if spelling.hasSuffix("ء") {
      texts += ["ا", "ات", "ان", "ين"].map { base + $0 }
      // إجراؤها, إجرائها, لقاءاتهم: before a pronoun the hamza takes a seat.
      bound += ["و", "ي"].map { String(base.dropLast()) + $0 }
    } else if !spelling.hasSuffix("ات") {
      texts += ["ا", "ات", "ان", "ين", "ون"].map { base + $0 }
      if isPerson { texts += ["ي", "و"].map { base + $0 } }
    }
    return texts.map { Form(text: $0, shape: .nominal) }
      + bound.map { Form(text: $0, shape: .nominal, isBound: true) }
  }
}
