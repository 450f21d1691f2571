// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"), .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error), .treatWarning("DeprecatedDeclaration", as: .warning),
]
/// Tests that go through every scalar, or every way a disk may fail, take minutes unless optimised.
let optimised: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
let strictC: [CSetting] = [.treatAllWarnings(as: .error), .define("_GNU_SOURCE")]

/// `make build` sets this: one static program that starts in a third of the time.
/// It goes with `--static-swift-stdlib`, so it is not tied to the release configuration.
let isStatic = Context.environment["LECTERN_STATIC"] != nil
let staticLink: [LinkerSetting] =
  isStatic ? [.unsafeFlags(["-static-executable", "-use-ld=lld", "-Xlinker", "-s"])] : []

/// `make fuzz` sets this: what reads the state file is built so that the fuzzer sees its way through it.
let isFuzzed = Context.environment["LECTERN_FUZZ"] != nil
let fuzzed: [String] = isFuzzed ? ["-sanitize=fuzzer,address"] : []
let fuzzTargets: [Target] =
  isFuzzed
  ? [
    .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "StateFuzz", dependencies: ["Articles", "Storage", "CFuzzer"], path: "Tests/StateFuzz",
      exclude: ["Corpus", "state.dict"], swiftSettings: strict + [.unsafeFlags(fuzzed)],
      linkerSettings: [.unsafeFlags(fuzzed + ["-use-ld=lld"])]),
  ] : []

let package = Package(
  name: "lectern",
  products: [.executable(name: "lectern", targets: ["lectern"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CCmark"),
    .systemLibrary(name: "CNcurses"),
    .systemLibrary(name: "CXXHash"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CHyphen"),
    .systemLibrary(name: "CVterm"),
    .target(name: "CSystem", cSettings: strictC),
    .target(name: "CRank", cSettings: strictC),
    .target(
      name: "CICU", cSettings: strictC,
      linkerSettings: ["icui18n", "icuuc", "icudata"].map { .linkedLibrary($0) }),

    .target(name: "Articles", swiftSettings: strict + optimised + [.unsafeFlags(fuzzed)]),
    .target(name: "Screen", dependencies: ["CSystem"], swiftSettings: strict + optimised),
    .target(
      name: "Typesetting", dependencies: ["Articles", "Screen", "CCmark", "CICU"],
      swiftSettings: strict),
    .target(
      name: "Storage",
      dependencies: [
        "Articles", "Typesetting", "CSystem", "CRank", "CXXHash", "CZlib", "CHyphen",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict + optimised + [.unsafeFlags(fuzzed)]),
    .target(
      name: "ReaderCore", dependencies: ["Articles", "Screen", "Typesetting"],
      swiftSettings: strict),
    .target(
      name: "CursesTerminal", dependencies: ["Screen", "CNcurses", "CSystem"],
      swiftSettings: strict),
    .executableTarget(
      name: "lectern",
      dependencies: [
        "Articles", "Screen", "Typesetting", "Storage", "ReaderCore", "CursesTerminal", "CSystem",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: staticLink),

    .target(name: "Seeded", path: "Tests/Seeded", swiftSettings: strict),
    .target(
      name: "TerminalTesting", dependencies: ["CVterm", "CSystem"], path: "Tests/TerminalTesting",
      swiftSettings: strict),
    .executableTarget(
      name: "TerminalFixture", dependencies: ["Seeded", "Screen", "CursesTerminal", "CSystem"],
      path: "Tests/TerminalFixture", swiftSettings: strict),
    .target(name: "CPowerCut", path: "Tests/CPowerCut", cSettings: strictC),
    .executableTarget(
      name: "StateFixture", dependencies: ["Articles", "Storage"], path: "Tests/StateFixture",
      swiftSettings: strict + optimised),
    .executableTarget(
      name: "ReaderBench",
      dependencies: [
        "Articles", "Storage", "TerminalTesting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/ReaderBench", swiftSettings: strict),
    .executableTarget(
      name: "SettingBench",
      dependencies: [
        "Typesetting", "CICU", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/SettingBench", swiftSettings: strict),
    .target(
      name: "Scoring", dependencies: ["Typesetting"], path: "Benchmarks/Scoring",
      swiftSettings: strict),
    .executableTarget(
      name: "StructureScore",
      dependencies: [
        "Scoring", "Typesetting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/StructureScore", swiftSettings: strict),
    .testTarget(
      name: "ArticlesTests", dependencies: ["Seeded", "Articles"], swiftSettings: strict),
    .testTarget(
      name: "ScreenTests", dependencies: ["Seeded", "Screen", "CSystem"],
      swiftSettings: strict + optimised),
    .testTarget(
      name: "TypesettingTests",
      dependencies: ["Seeded", "Articles", "Screen", "Typesetting", "Scoring"],
      exclude: ["Labelled"], swiftSettings: strict),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "Seeded", "Articles", "Typesetting", "Storage", "CSystem", "CPowerCut", "TerminalTesting",
        "StateFixture",
      ],
      swiftSettings: strict + optimised),
    .testTarget(
      name: "ReaderCoreTests",
      dependencies: ["Seeded", "Articles", "Screen", "Typesetting", "ReaderCore"],
      swiftSettings: strict),
    .testTarget(
      name: "CursesTerminalTests",
      dependencies: [
        "Seeded",
        "Screen", "CursesTerminal", "TerminalTesting", "CSystem", "TerminalFixture",
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JourneyTests", dependencies: ["Seeded", "lectern", "TerminalTesting"],
      swiftSettings: strict),
  ] + fuzzTargets,
  swiftLanguageModes: [.v6]
)
