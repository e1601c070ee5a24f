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
}
