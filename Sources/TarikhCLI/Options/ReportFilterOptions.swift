import ArgumentParser
import Tarikh

/// Which reports a question is about.
struct ReportFilterOptions: ParsableArguments {
  @Option(name: .long, help: "Only reports of this kind.")
  var kind: NamedArgument<ReportKind>?

  @Option(
    name: .long, help: "Only reports that this entity (an id or a name) has part in.",
    completion: .custom(SubjectCompletion.subjects))
  var subject: String?

  func query(_ asOf: AsOf, _ period: PeriodOptions? = nil) throws -> TimelineQuery {
    TimelineQuery(
      asOf: asOf, from: period?.from?.bounds.earliest.day, to: period?.to?.bounds.latest.day,
      kind: kind?.value, subject: try subject.map(SubjectName.entity))
  }
}
