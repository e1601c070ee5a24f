/// The commitment of the attributed source to what it says (FactBank; ontology, section 2).
public enum Modality: String, Hashable, Sendable, CaseIterable {
  case asserted, planned, expected, demanded, possible, conditional, denied
}

/// Whether a report says that something is so, or that it is not.
public enum Polarity: String, Hashable, Sendable, CaseIterable {
  case positive, negative
}

/// Which stretch of the happening is reported.
public enum Aspect: String, Hashable, Sendable, CaseIterable {
  case begin, ongoing, end, done
}

/// What kind of change, deployment, harm or stance it is, where the kind has such a role
/// (ontology, section 1): a mission ends, control is gained, a soldier is wounded.
public enum Detail: String, Hashable, Sendable, CaseIterable {
  case start, transform, extend, end, `continue`
  case gain, hold, loss
  case send, reinforce, redeploy, retain
  case killed, wounded, captured, displaced
  case enter, leave, win, lose
  case welcome, support, concern, rejection, condemnation, accusation, threat
}
