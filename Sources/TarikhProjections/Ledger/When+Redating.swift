internal import EDTF
internal import TarikhModel

extension When {
  /// The same words, said in an article published on `publication`.
  ///
  /// The last day that the article can be of is the reference, as in extraction. Unchanged where
  /// the words do not depend on it, where nothing is known of it, and where the rule gives no
  /// day.
  func redated(by publication: Publication?) -> When {
    guard dependsOnPublication, let relative, let bounds = publication?.date?.bounds,
      let anchor = bounds.latest.day ?? bounds.earliest.day,
      let edtf = relative.resolve(against: anchor)
    else { return self }
    var when = self
    when.edtf = edtf
    return when
  }
}
