public import TarikhModel

/// Why a correction, retraction or re-dating was not appended.
public enum EditError: Error, Hashable, Sendable {
  case noSuchEvent(EventAddress)
  case noSuchStream(StreamName)
  /// Only reports, facts and corrections can be corrected or retracted.
  case notAReport(EventAddress, type: String)
  /// Only an article has a day of publication.
  case notAnArticle(StreamName)
}

extension EditError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .noSuchEvent(let address):
      "\(address): there is no such event; tarikh read \(address.stream) lists the stream"
    case .noSuchStream(let stream):
      "\(stream): there is no such stream; tarikh streams lists them"
    case .notAReport(let address, let type):
      "\(address): is an event of type \(type), and only reports can be corrected or retracted"
    case .notAnArticle(let stream):
      "\(stream): is not an article's stream, so it has no day of publication"
    }
  }
}
