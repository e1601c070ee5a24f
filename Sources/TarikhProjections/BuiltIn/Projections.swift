/// The projections that every store has.
public enum Projections {
  /// `articles`, `timeline` and `state`.
  public static let builtIn: [any Projection] = [
    ArticlesProjection(), TimelineProjection(), StateProjection(),
  ]
}
