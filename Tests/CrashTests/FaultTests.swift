import Testing

extension `Crashes` {
  @Suite(.serialized) struct `When the disk refuses a call` {
    @Test func `whichever it is, the error says so, reading goes on, and so does writing later`()
      throws
    {
      let run = try Harness.run("faults", "--scenario", "append")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "faults") > 100)
      #expect(run.number(before: "logs opened anew") == run.number(before: "faults"))
    }

    @Test func `in the middle of any work, it is named, and nothing is lost or left half made`()
      throws
    {
      let run = try Harness.run("faults", "--stride", "29")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "faults") > 100)
    }
  }
}
