extension EventID {
  /// The identity that follows from what an event says: the same words found again are the
  /// same event, whichever version of the extractor found them.
  ///
  /// It is the first 128 bits of SHA-256 over: the ASCII bytes `tarikh content 1` and a zero
  /// byte, the event type's tag, and the body in format version 1 without the extractor's name
  /// and version and with zeros for the day bounds, which follow from the EDTF expression. The
  /// identity of an erased event follows from the hash of its body instead. This form stays
  /// as it is when the record format moves on.
  public init(content payload: EventPayload) {
    let body = Format1.bytes(of: payload, form: .identity)
    var form = ByteWriter(capacity: 64 + body.count)
    form.append(contentsOf: "tarikh content 1\0".utf8)
    form.append(payload.type.tag)
    if case .erased(_, let bodyHash) = payload {
      form.append(bodyHash)
    } else {
      form.append(contentsOf: body)
    }
    let digest = Digest.sha256(of: form.bytes)
    self.init(high: digest.words.0, low: digest.words.1)
  }

  /// The identity of a `reported` event with this report.
  public init(content report: Report) { self.init(content: .reported(report)) }
}
