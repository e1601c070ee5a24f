internal import EDTF
internal import TarikhModel

extension When {
  /// The same words, said in an article published on `publication`.
  ///
  /// Never more precise than the publication date, as in extraction. Unchanged where the words do
  /// not depend on it, where nothing is known of it, and where the rule gives no day.
  func redated(by publication: Publication?) -> When {
    guard dependsOnPublication, let relative, let bounds = publication?.date?.bounds,
      let edtf = relative.resolve(from: bounds.earliest.day, through: bounds.latest.day)
    else { return self }
    var when = self
    when.edtf = edtf
    return when
  }
}
