internal import Foundation

/// Articles of our own writing for `tarikh demo`: invented outlets on a real withdrawal, with
/// rival figures, a misprint, its correction, and one text without a date.
public enum SampleArticles {
  /// In the order of their publication, the undated one last.
  public static func all() async throws -> [ArticleInput] {
    guard let folder = Bundle.module.url(forResource: "Samples", withExtension: nil) else {
      throw ArticleError.missing(path: "the sample articles beside the program")
    }
    var articles: [ArticleInput] = []
    try await ArticleReader().forEachArticle(at: folder.path) {
      articles.append(try $0.article.get())
    }
    return articles
  }
}
