import ArgumentParser
import Foundation
import Tarikh

/// Prints a proof that a stranger can verify without the store.
struct Prove: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prove to a stranger that an event is in the log, or that the log only grew.",
    discussion: """
      With ADDRESS: an inclusion proof (RFC 9162, 2.1.3). It holds the event, the hash of its \
      body, the body in base 64 unless it was erased, and the way to the root:
        {"tarikhProof":1,"kind":"inclusion","event":{"position","stream","revision","address",
         "recorded","id","type","typeTag"},"bodyHash","body","leaf","path":[…],"size","root"}
      The leaf is SHA-256 of 00 and these bytes, numbers little-endian: "TRKL", version 1 (2 \
      bytes), type tag (1), 0 (1), position (8), revision (8), microseconds since 1970 (8), id \
      (16), body hash (32), the stream's name in UTF-8.

      With --since HEAD: a consistency proof (2.1.4) that nothing up to that head was changed:
        {"tarikhProof":1,"kind":"consistency","from":{"position","root"},"to":{…},"path":[…]}
      Where that is not so, it says so and exits with 1.

      Verify with Tools/verify-proof.py, or tarikh verify --proof FILE: neither needs the store. \
      HEAD is \(HeadArgument.help).

      EXAMPLES:
        tarikh prove article/9fe082f6fcea1d3e@2 > proof.json
        tarikh prove --since seal.json
      """)

  @Argument(
    help: "The event's address: STREAM@REVISION.",
    completion: .custom(StreamCompletion.addresses))
  var address: AddressArgument?

  @Option(name: .long, help: "The old head that the log must go on from.", completion: .file())
  var since: HeadArgument?

  @Option(name: .long, help: "The head to prove it under; else the log's.", completion: .file())
  var at: HeadArgument?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    guard (address == nil) != (since == nil) else {
      throw ValidationError("give either the ADDRESS of an event, or --since HEAD")
    }
  }

  func run() async throws {
    let head = try at?.head()
    let old = try since?.head()
    let timeline = try store.open(.read)
    if let address = address?.address {
      let proof = try timeline.proveInclusion(of: address, in: head)
      try Console.write(JSONLine.encode(proof, pretty: true))
    } else if let old {
      let proof = try timeline.proveConsistency(from: old, to: head)
      try Console.write(JSONLine.encode(proof, pretty: true))
    }
  }
}
