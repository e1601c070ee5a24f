public import TarikhModel

/// How long a log was, and the root that its Merkle tree had then: all that a reader must keep,
/// or publish, to be able to tell later whether what came before was changed.
public struct TreeHead: Hashable, Sendable {
  /// The last position that the tree covers: the size of the tree.
  public var position: Position
  /// The RFC 9162 root over the leaf hashes of the events 1 to ``position``.
  public var root: Digest

  public init(position: Position, root: Digest) {
    self.position = position
    self.root = root
  }

  /// The head of every log before its first event.
  public static let empty = TreeHead(position: .zero, root: MerkleHash.emptyRoot)
}

extension TreeHead: LosslessStringConvertible {
  /// Reads a decimal position, a colon, `sha256:` and 64 hexadecimal digits.
  public init?(_ text: String) {
    guard let colon = text.firstIndex(of: ":"), let position = Position(String(text[..<colon])),
      let root = Digest(String(text[text.index(after: colon)...]))
    else { return nil }
    self.init(position: position, root: root)
  }

  /// The head as `41:sha256:9f7a…`.
  public var description: String { "\(position):\(root)" }
}

extension LogHead {
  /// Position and root without the time.
  public var tree: TreeHead { TreeHead(position: position, root: root) }
}
