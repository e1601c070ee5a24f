import ArgumentParser
import Tarikh

/// Which of rival claims is preferred.
struct PolicyOptions: ParsableArguments {
  @Option(
    name: .long,
    help: """
      Which of rival claims is preferred: ontology (the usual order), latest, most-sources, \
      named-first, or all (none is).
      """)
  var policy: PolicyArgument = PolicyArgument(policy: .ontology)

  var chosen: PreferencePolicy { policy.policy }
}

/// A policy by its name.
struct PolicyArgument: ExpressibleByArgument {
  var policy: PreferencePolicy

  static var allValueStrings: [String] { PreferencePolicy.builtIn.map(\.name) }
  var defaultValueDescription: String { policy.name }

  init(policy: PreferencePolicy) { self.policy = policy }

  init?(argument: String) {
    guard let policy = PreferencePolicy.named(argument) else { return nil }
    self.policy = policy
  }
}
