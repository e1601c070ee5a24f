import Testing

extension `Crashes` {
  @Suite(.serialized) struct `When the disk refuses a call` {
    @Test func `whichever it is, the error says so, reading goes on, and so does writing later`()
      throws
    {
      let run = try Harness.run("faults")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "faults") > 100)
      #expect(run.number(before: "logs opened anew") == run.number(before: "faults"))
    }
  }
}
