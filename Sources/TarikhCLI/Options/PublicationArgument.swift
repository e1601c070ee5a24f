import ArgumentParser
import Tarikh

/// A date of publication as EDTF, given by whoever runs the command.
struct PublicationArgument: ExpressibleByArgument {
  var date: EDTFExpression

  init?(argument: String) {
    guard let date = try? EDTFExpression(parsing: ArabicDigits.ascii(argument)) else { return nil }
    self.date = date
  }

  var publication: Publication { Publication(date: date, basis: .given, reason: nil) }
}
