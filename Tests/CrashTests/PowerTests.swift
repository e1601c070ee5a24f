import Testing

extension `Crashes` {
  @Suite(.serialized) struct `When the power goes` {
    @Test(arguments: ["append", "group", "growth", "redact"])
    func `at any write or sync, what was acknowledged is there and nothing is torn`(
      scenario: String
    ) throws {
      let run = try Harness.run("power", "--scenario", scenario, "--images", "4", "--stride", "2")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "cut points") > 5)
      #expect(run.number(before: "images") > 20)
    }

    @Test(arguments: ["create", "import", "scrub", "backup", "restore", "compact"])
    func `a store, and what is made of one, is whole or not there`(scenario: String) throws {
      let run = try Harness.run("power", "--scenario", scenario, "--images", "3", "--stride", "4")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "images") > 15)
    }

    @Test func `after a sync that failed, what was acknowledged since is there`() throws {
      let run = try Harness.run("power", "--scenario", "failing", "--images", "3", "--stride", "9")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "images") > 100)
    }

    @Test(arguments: ["projection", "replay"])
    func `views and their checkpoints belong together, and go on`(scenario: String) throws {
      let run = try Harness.run("power", "--scenario", scenario, "--images", "3", "--stride", "6")
      #expect(run.status == 0, "\(run.output)\(run.errors)")
      #expect(run.number(before: "images") > 20)
    }

    @Test(arguments: [
      ("append", "no-sync", "was acknowledged and is not there"),
      ("append", "early-answer", "was acknowledged and is not there"),
      ("projection", "split-checkpoint", "is not that of the log up to"),
    ])
    func `a planted fault is found`(scenario: String, plant: String, finding: String) throws {
      let run = try Harness.run(
        "power", "--scenario", scenario, "--plant", plant, "--images", "3", "--stride", "5")
      #expect(run.status == 1, "\(run.errors)")
      #expect(run.output.contains(finding), "\(run.output)")
    }

    @Test func `a run whose writes nobody saw proves nothing, and fails`() throws {
      let run = try Harness.run("power", "--scenario", "append", "--without-library")
      #expect(run.status != 0)
      #expect(run.errors.contains("there is no trace"), "\(run.errors)")
    }
  }
}
