import ArgumentParser
import Tarikh

/// An event's address: `article/ab12@3`.
struct AddressArgument: ExpressibleByArgument {
  var address: EventAddress

  init?(argument: String) {
    guard let address = EventAddress(argument) else { return nil }
    self.address = address
  }
}

/// A stream's name: `article/ab12`.
struct StreamArgument: ExpressibleByArgument {
  var name: StreamName

  init?(argument: String) {
    guard let name = try? StreamName(argument) else { return nil }
    self.name = name
  }
}

/// What an append expects of its stream: `any`, `none`, `exists`, or its last revision.
struct ExpectationArgument: ExpressibleByArgument {
  static let any = ExpectationArgument(expected: .any)

  var expected: ExpectedRevision

  private init(expected: ExpectedRevision) { self.expected = expected }

  var defaultValueDescription: String { "any" }

  static let allValueStrings = ["any", "none", "exists", "REVISION"]

  init?(argument: String) {
    switch argument {
    case "any": expected = .any
    case "none": expected = .noStream
    case "exists": expected = .streamExists
    default:
      guard let revision = UInt64(ArabicDigits.ascii(argument)) else { return nil }
      expected = .exactly(Revision(rawValue: revision))
    }
  }
}

/// One of the names that an enumeration of the model has.
struct NamedArgument<Value>: ExpressibleByArgument
where Value: RawRepresentable & CaseIterable & Sendable, Value.RawValue == String {
  var value: Value

  static var allValueStrings: [String] { Value.allCases.map(\.rawValue) }

  init?(argument: String) {
    guard let value = Value(rawValue: argument) else { return nil }
    self.value = value
  }
}
