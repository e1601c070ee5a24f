import Testing

@Suite struct `Spoilt bytes` {
  /// Checked builds are slow; by hand `tarikh-crash damage --faults 20000`.
  private static var faults: Int {
    var isChecked = false
    assert(
      {
        isChecked = true
        return true
      }())
    return isChecked ? 60 : 300
  }

  @Test func `are named by verify, or change no answer`() throws {
    let run = try Harness.run("damage", "--faults", "\(Self.faults)")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.number(before: "faults") == Self.faults, "\(run.output)")
    #expect(run.number(before: "named by verify") > Self.faults / 4, "\(run.output)")
    #expect(run.number(before: "without effect") > Self.faults / 10, "\(run.output)")
  }

  // LMDB's pages have no checksums, so a question that is asked before verify may believe a stale
  // page that stands in a newer one's place. Nothing worse may come of it.
  @Test func `of whole pages in each other's place are named by verify all the same`() throws {
    let run = try Harness.run("damage", "--swaps", "--faults", "\(Self.faults)")
    let findings = run.output.split(separator: "\n").filter { $0.contains(", fault ") }
    #expect(findings.allSatisfy { $0.contains("swapped: wrong without verify") }, "\(run.output)")
    #expect(run.number(before: "faults") == Self.faults, "\(run.output)")
    #expect(run.number(before: "named by verify") > Self.faults / 4, "\(run.output)")
  }
}
