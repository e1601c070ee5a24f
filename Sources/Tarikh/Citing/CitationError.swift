public import TarikhModel

/// Why a citation is not answered as it was.
public enum CitationError: Error, Hashable, Sendable {
  /// No policy of that name is known; it was a program's own.
  case unknownPolicy(String)
  /// The log is the cited one, and the answer is another: this release judges otherwise.
  case answersDiffer(cited: Digest, found: Digest)
}

extension CitationError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unknownPolicy(let name):
      "the citation's policy \"\(name)\" is none of this program's; ask with the one that it is of"
    case .answersDiffer(let cited, let found):
      "the log is the one that was cited, and the answer is not: it is \(found), and \(cited) was "
        + "cited; ask the release that made the citation"
    }
  }
}
