internal import Foundation

/// Folds the spellings of Arabic that writers and programs mix into one.
///
/// Hamza carriers (أ إ آ ٱ → ا, ؤ → و, ئ → ي), ى → ي, ة → ه, Persian ی ک → ي ك; diacritics,
/// tatweel and bidirectional controls vanish; presentation forms become letters; Arabic-Indic
/// and Persian digits become ASCII; Latin letters become small.
package enum ArabicFolding {
  /// What `scalar` becomes: nothing, one scalar, or several for a ligature.
  package static func fold(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    switch folded(scalar) {
    case .nothing: []
    case .one(let scalar): [scalar]
    case .several(let scalars): scalars
    }
  }

  /// The folded form of a whole text: what a lexicon or rule is compared by.
  package static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch Self.folded(scalar) {
      case .nothing: break
      case .one(let scalar): folded.append(scalar)
      case .several(let scalars): folded.append(contentsOf: scalars)
      }
    }
    return String(folded)
  }

  /// Marks and controls that carry no letter: they neither stand in a word nor end it.
  package static func isIgnored(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x640, 0x610...0x61A, 0x61C, 0x64B...0x65F, 0x670, 0x6D6...0x6DC, 0x6DF...0x6E4,
      0x6E7, 0x6E8, 0x6EA...0x6ED, 0x8D3...0x8FF, 0x200B...0x200F, 0x202A...0x202E,
      0x2060...0x2069, 0xFE00...0xFE0F, 0xFEFF, 0x00AD, 0x0300...0x036F:
      true
    default: false
    }
  }

  /// What a scalar becomes, without an array for the many that become one.
  enum Folded {
    case nothing
    case one(Unicode.Scalar)
    case several([Unicode.Scalar])
  }

  static func folded(_ scalar: Unicode.Scalar) -> Folded {
    switch scalar.value {
    case 0x30...0x39, 0x61...0x7A: .one(scalar)
    case 0x41...0x5A: .one(Unicode.Scalar(UInt8(scalar.value + 32)))
    case 0x622, 0x623, 0x625, 0x671: .one("ا")
    case 0x624: .one("و")
    case 0x626, 0x649, 0x6CC: .one("ي")
    case 0x629: .one("ه")
    case 0x6A9: .one("ك")
    case 0x660...0x669: .one(Unicode.Scalar(UInt8(scalar.value - 0x660 + 0x30)))
    case 0x6F0...0x6F9: .one(Unicode.Scalar(UInt8(scalar.value - 0x6F0 + 0x30)))
    case 0xFB50...0xFDFF, 0xFE70...0xFEFC:
      presentationForms[scalar].map(Folded.several) ?? .one(scalar)
    default: isIgnored(scalar) ? .nothing : .one(scalar)
    }
  }

  /// The letters that each shape of the old code pages stands for, from Unicode's own table.
  private static let presentationForms: [Unicode.Scalar: [Unicode.Scalar]] = {
    var letters: [Unicode.Scalar: [Unicode.Scalar]] = [:]
    for value in Array(UInt32(0xFB50)...0xFDFF) + Array(UInt32(0xFE70)...0xFEFC) {
      guard let shape = Unicode.Scalar(value) else { continue }
      let plain = String(shape).precomposedStringWithCompatibilityMapping.unicodeScalars
      guard plain.first != shape else { continue }
      letters[shape] = plain.flatMap { letter in
        (0xFB50...0xFEFC).contains(letter.value) ? [letter] : fold(letter)
      }
    }
    return letters
  }()
}

extension Word {
  /// The folded form of a word as it is written.
  package init(folding text: String) { self.init(ArabicFolding.fold(text)) }
}
