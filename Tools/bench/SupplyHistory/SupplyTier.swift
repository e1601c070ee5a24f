import ArgumentParser

/// The sizes of SH1.
enum SupplyTier: String, CaseIterable, ExpressibleByArgument {
  case development, t25k, t100k

  var contracts: Int { [.development: 2000, .t25k: 25_000, .t100k: 100_000][self] ?? 0 }
  var products: Int { contracts / 10 }
  var suppliers: Int { [.development: 100, .t25k: 500, .t100k: 2000][self] ?? 0 }
}
