internal import TarikhInterchange
internal import TarikhLog
public import TarikhModel
public import TarikhProjections

extension AsOfAnswer {
  /// The digest of the states and of what is left out: the same answer has the same, whatever
  /// was appended since.
  public var digest: Digest {
    get throws {
      let shape = AsOfAnswerJSON(self)
      let lines =
        try shape.states.map { try JSONLine.encode($0) } + [JSONLine.encode(shape.leftOut)]
      return Digest.sha256(
        of: lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n"))
    }
  }
}

extension Timeline {
  /// The citation of an answer, by which it can be asked for again.
  public func citation(of answer: AsOfAnswer, to query: AsOfQuery) throws -> Citation {
    let asOf = answer.footing.asOf
    guard let day = asOf.valid, let head = try log.treeHead(at: asOf.position) else {
      preconditionFailure("an answer has a day, and a position of its log")
    }
    return Citation(
      day: day, subject: query.subject, attribute: query.attribute,
      publishedBy: asOf.publishedBy, accordingTo: asOf.accordingTo, policy: query.policy.name,
      head: head, answer: try answer.digest)
  }

  /// The answer that was cited, after showing that the log is the one of the citation.
  ///
  /// - Throws: ``ProvingError`` where the log has another history or ends before it, and
  ///   ``CitationError``.
  public func answer(to citation: Citation) throws -> AsOfAnswer {
    guard let policy = PreferencePolicy.named(citation.policy) else {
      throw CitationError.unknownPolicy(citation.policy)
    }
    try check(citation.head, end: try log.head().position)
    let asOf = AsOf(
      valid: citation.day, knownAt: .position(citation.head.position),
      publishedBy: citation.publishedBy, accordingTo: citation.accordingTo)
    let answer = try state(
      AsOfQuery(
        asOf: asOf, subject: citation.subject, attribute: citation.attribute, policy: policy))
    let found = try answer.digest
    guard found == citation.answer else {
      throw CitationError.answersDiffer(cited: citation.answer, found: found)
    }
    return answer
  }
}
