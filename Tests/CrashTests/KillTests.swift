import Testing

extension `Crashes` {
  @Suite(.serialized) struct `When a writer is killed` {
    @Test(arguments: [UInt64(1)])
    func `two hundred times, every acknowledged event is there, whole and once`(
      seed: UInt64
    ) throws {
      let run = try Harness.run("kill", "--count", "200", "--seed", "\(seed)")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "kills") == 200)
      #expect(run.number(before: "while appending") > 60)
      #expect(run.number(before: "acknowledged appends") > 100)
    }
  }
}
