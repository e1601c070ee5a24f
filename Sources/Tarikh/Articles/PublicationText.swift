internal import EDTF
internal import TarikhModel

/// Reads a date of publication as people and programs write it.
enum PublicationText {
  /// EDTF, or an RFC 3339 time of which the day is taken as written, in its own zone.
  static func read(
    _ text: String, basis: Publication.Basis, place: String
  ) throws(ArticleError) -> Publication {
    let day = text.firstIndex(where: { $0 == "T" || $0 == " " }).map { text[..<$0] }
    let candidates = [text] + (day.map { [String($0)] } ?? [])
    for candidate in candidates.reversed() {
      if let date = try? EDTFExpression(parsing: candidate) {
        return Publication(date: date, basis: basis, reason: nil)
      }
    }
    throw .publicationDate(place: place, text: text)
  }
}
