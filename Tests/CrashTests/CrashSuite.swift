import Testing

/// All that crashes stores, one after the other: each starts many processes, and the machine is
/// for the other tests too.
@Suite(.serialized) struct `Crashes` {}
