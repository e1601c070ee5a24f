/// What a report is about.
///
/// Definitions and exclusions: ontology, section 1.
public enum ReportKind: String, Hashable, Sendable, CaseIterable {
  case statement, announcement, demand, reaction
  case decision, agreement, meeting, office
  case withdrawal, drawdown, deployment, handover, mission
  case forceLevel = "force-level"
  case attack, operation, casualty, control

  /// Whether the report is itself an act of speech.
  public var isSpeech: Bool {
    switch self {
    case .statement, .announcement, .demand, .reaction: true
    default: false
    }
  }
}
