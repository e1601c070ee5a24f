import Foundation
import Tarikh

/// Every kind of question that a store answers, and what a sound one answered.
struct DamageQuestions {
  struct Question {
    var name: String
    var ask: (Timeline) throws -> AnyHashable
  }

  private let questions: [Question]
  private let answers: [AnyHashable]

  /// Asks the sound store.
  init(_ timeline: Timeline) throws {
    let streams = try timeline.log.streams(after: nil, limit: 1000).map(\.name)
    let head = try timeline.log.head().position
    questions = Self.views(until: head) + Self.log(until: head) + streams.map(Self.stream)
    answers = try questions.map { try $0.ask(timeline) }
  }

  /// What `timeline` answers otherwise than the sound store did; an error is no answer.
  func wrongAnswers(of timeline: Timeline) -> (wrong: [String], errors: Int) {
    var wrong: [String] = []
    var errors = 0
    for (question, answer) in zip(questions, answers) {
      do {
        if try question.ask(timeline) != answer { wrong.append(question.name) }
      } catch {
        errors += 1
      }
    }
    return (wrong, errors)
  }

  private static func views(until head: Position) -> [Question] {
    var questions: [Question] = []
    let half = Position(rawValue: head.rawValue / 2)
    for known in [KnownAt.head, .position(half)] {
      for day in ["2024-12-05", "2025-01-12", "2026-01-01"] {
        questions.append(
          Question(name: "as of \(day)") {
            try $0.state(
              AsOfQuery(
                asOf: asOf(Day(day), known), subject: nil, attribute: nil, policy: .ontology))
          })
      }
      for subject in ["actor:france", "place:x", "place:nowhere"] {
        questions.append(
          Question(name: "history of \(subject)") {
            try $0.history(
              HistoryQuery(
                asOf: asOf(nil, known), subject: EntityID(rawValue: subject), attribute: nil))
          })
      }
      questions.append(
        Question(name: "timeline") {
          try $0.reports(
            TimelineQuery(asOf: asOf(nil, known), from: nil, to: nil, kind: nil, subject: nil))
        })
      questions.append(Question(name: "articles") { try $0.articles(asOf(nil, known)) })
    }
    return questions
  }

  private static func asOf(_ day: Day?, _ known: KnownAt) -> AsOf {
    AsOf(valid: day, knownAt: known, publishedBy: nil, accordingTo: nil)
  }

  private static func log(until head: Position) -> [Question] {
    var questions = [
      Question(name: "head") { try $0.log.head() },
      Question(name: "log") { try $0.log.events(after: .zero, limit: 10_000) },
      Question(name: "log backwards") { try $0.log.events(before: nil, limit: 10_000) },
      Question(name: "streams") { try $0.log.streams(after: nil, limit: 1000) },
      Question(name: "texts") { timeline in
        try timeline.log.events(after: .zero, limit: 10_000).map { try timeline.text(of: $0) }
      },
      Question(name: "a stream that is not there") {
        try $0.log.lastRevision(of: try StreamName("desk/none"))
      },
    ]
    for position in stride(from: UInt64(1), through: head.rawValue, by: 1) {
      let position = Position(rawValue: position)
      questions.append(
        Question(name: "position \(position.rawValue)") { try $0.log.event(at: position) })
      questions.append(
        Question(name: "after position \(position.rawValue)") {
          try $0.log.events(after: position, limit: 3)
        })
      questions.append(
        Question(name: "time of position \(position.rawValue)") { timeline in
          guard let event = try timeline.log.event(at: position) else { return Position.zero }
          return try timeline.log.position(at: event.recorded)
        })
    }
    return questions
  }

  private static func stream(_ name: StreamName) -> Question {
    Question(name: "stream \(name)") { timeline in
      let log = timeline.log
      let events = try log.events(in: name, from: .zero, limit: 1000)
      let backwards = try log.events(in: name, before: nil, limit: 1000)
      let each = try events.map { try log.event(at: $0.address) }
      return [
        AnyHashable(events), AnyHashable(backwards), AnyHashable(each),
        AnyHashable(try log.lastRevision(of: name)),
      ]
    }
  }
}
