public import TarikhModel

/// Why a correction, retraction or re-dating was not appended.
public enum EditError: Error, Hashable, Sendable {
  case noSuchEvent(EventAddress)
  case noSuchStream(StreamName)
  /// Events of this type can't be `edit`, which is "corrected" or "retracted".
  case unfit(EventAddress, type: String, edit: String)
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
    case .unfit(let address, let type, let edit):
      "\(address): is an event of type \(type), which can't be \(edit); "
        + "tarikh read \(address.stream) lists what the stream holds"
    case .notAnArticle(let stream):
      "\(stream): is not an article's stream, so it has no day of publication"
    }
  }
}
