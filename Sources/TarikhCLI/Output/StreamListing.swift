import Tarikh

/// The columns of articles and streams.
enum StreamListing {
  static var listing: Listing<StreamJSON> {
    Listing(
      columns: [
        .init("stream") { $0.stream },
        .init("events", isNumber: true) { "\($0.events)" },
        .init("published") { $0.published ?? "" },
        .init("known by") { $0.publishedBasis ?? "" },
        .init("outlet") { $0.outlet ?? "" },
        .init("title", mayBeCut: true) { $0.title ?? "" },
      ],
      json: { $0 })
  }
}
