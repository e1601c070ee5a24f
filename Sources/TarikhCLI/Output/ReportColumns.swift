import Tarikh

/// The columns that every table of reports begins with.
enum ReportColumns {
  static func columns<Row>(_ report: @escaping (Row) -> Report) -> [Listing<Row>.Column] {
    [
      .init("when") { report($0).when?.edtf.description ?? "undated" },
      .init("kind") { report($0).kind.rawValue },
      .init("modality") { report($0).words },
      .init("speaker") { report($0).attribution?.speaker.rawValue ?? "" },
      .init("quantities") { report($0).quantities.map(\.words).joined(separator: "; ") },
    ]
  }
}
