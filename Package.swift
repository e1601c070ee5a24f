// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same language: Swift 6 mode, upcoming features, no warnings.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Targets that hand out bytes of the map bind them to their transaction with `@_lifetime`.
let lifetimes = strict + [.enableExperimentalFeature("Lifetimes")]

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "Tarikh",
  platforms: [.macOS(.v26)],
  products: [
    .library(name: "Tarikh", targets: ["Tarikh"]),
    .library(name: "EDTF", targets: ["EDTF"]),
    .library(name: "ArabicDates", targets: ["ArabicDates"]),
    .library(name: "LMDB", targets: ["LMDB"]),
    .executable(name: "tarikh", targets: ["TarikhCLI"]),
    .executable(name: "tarikh-bench", targets: ["TarikhBench"]),
    .executable(name: "tarikh-crash", targets: ["TarikhCrash"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CLMDB", pkgConfig: "lmdb", providers: [.apt(["liblmdb-dev"]), .brew(["lmdb"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle",
      providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .systemLibrary(
      name: "CXXHash", pkgConfig: "libxxhash",
      providers: [.apt(["libxxhash-dev"]), .brew(["xxhash"])]),
    .target(
      name: "LMDB", dependencies: ["CLMDB"], swiftSettings: lifetimes + [.strictMemorySafety()]),
    .target(name: "EDTF", swiftSettings: strict),
    .target(
      name: "ArabicDates", dependencies: ["EDTF"], resources: [.copy("Data")], swiftSettings: strict
    ),
    .target(
      name: "TarikhModel", dependencies: ["EDTF", "CNettle", "CXXHash"], swiftSettings: lifetimes),
    .target(
      name: "TarikhExtraction", dependencies: ["ArabicDates", "EDTF", "TarikhModel"],
      resources: [.copy("Data")], swiftSettings: strict),
    .target(name: "TarikhLog", dependencies: ["LMDB", "TarikhModel"], swiftSettings: lifetimes),
    .target(
      name: "TarikhProjections", dependencies: ["LMDB", "TarikhLog", "TarikhModel", "EDTF"],
      swiftSettings: lifetimes),
    .target(
      name: "TarikhInterchange", dependencies: ["TarikhModel", "TarikhProjections", "EDTF"],
      swiftSettings: strict),
    .target(
      name: "Tarikh",
      dependencies: [
        "ArabicDates", "EDTF", "TarikhModel", "TarikhExtraction", "TarikhLog", "TarikhProjections",
        "TarikhInterchange", yams,
      ],
      resources: [.copy("Samples")], swiftSettings: strict),
    .executableTarget(
      name: "TarikhCLI", dependencies: ["Tarikh", argumentParser], swiftSettings: strict),
    .executableTarget(
      name: "TarikhBench", dependencies: ["Tarikh", "LMDB", "TestSupport", argumentParser],
      path: "Tools/bench", exclude: ["compare", "compare-dates"],
      swiftSettings: lifetimes),
    .executableTarget(
      name: "TarikhCrash", dependencies: ["Tarikh", "LMDB", "TestSupport", argumentParser],
      path: "Tools/crash", exclude: ["preload"], swiftSettings: strict),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    .testTarget(
      name: "LMDBTests", dependencies: ["LMDB", "TestSupport"], swiftSettings: lifetimes),
    .testTarget(name: "EDTFTests", dependencies: ["EDTF", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "ArabicDatesTests", dependencies: ["ArabicDates", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TarikhModelTests", dependencies: ["TarikhModel", "TestSupport"],
      swiftSettings: lifetimes),
    .testTarget(
      name: "TarikhExtractionTests", dependencies: ["TarikhExtraction", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TarikhLogTests", dependencies: ["TarikhLog", "TestSupport"], swiftSettings: lifetimes),
    .testTarget(
      name: "TarikhProjectionsTests", dependencies: ["TarikhProjections", "TestSupport"],
      swiftSettings: lifetimes),
    .testTarget(
      name: "TarikhInterchangeTests", dependencies: ["TarikhInterchange", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "TarikhTests", dependencies: ["Tarikh", "LMDB", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "TarikhCLITests", dependencies: ["TarikhCLI", "TarikhBench", "Tarikh", "TestSupport"],
      swiftSettings: strict),
    .testTarget(name: "HouseTests", dependencies: ["TestSupport"], swiftSettings: strict),
  ]
)

#if os(Linux)
  // Stands between LMDB and the kernel when a child of `tarikh-crash` is started with it.
  package.products.append(
    .library(name: "CrashPreload", type: .dynamic, targets: ["CrashPreload"]))
  package.targets += [
    .target(
      name: "CrashPreload", path: "Tools/crash/preload", linkerSettings: [.linkedLibrary("dl")]),
    .testTarget(
      name: "CrashTests", dependencies: ["CrashPreload", "TarikhCrash", "TestSupport"],
      swiftSettings: strict),
  ]
#endif
