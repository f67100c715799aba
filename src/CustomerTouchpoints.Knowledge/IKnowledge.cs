using CustomerTouchpoints.Knowledge.Articles;
using CustomerTouchpoints.Knowledge.Searching;

namespace CustomerTouchpoints.Knowledge;

/// <summary>
/// Answers to what customers ask: articles, how they are written, published, found and kept up to date. Every method throws
/// <see cref="System.Data.Common.DbException"/> where the database can't be reached; nothing has changed then.
/// </summary>
/// <remarks>Thread-safe. Resolve it from the host's services. Who may call it is the host's to say.</remarks>
public interface IKnowledge
{
    /// <summary>Adds a version to an article, as a draft. What is published stays as it is.</summary>
    /// <param name="id">Which article; one that is not there yet is begun.</param>
    /// <param name="content">What it says.</param>
    /// <param name="by">Who wrote it; null leaves that open.</param>
    /// <param name="cancellationToken">Gives up before it is saved.</param>
    /// <returns>The draft, with its version.</returns>
    /// <exception cref="ArgumentException">A text of the content is empty or too long, or the validity is empty.</exception>
    Task<Article> SaveAsync(ArticleId id, ArticleContent content, string? by = null, CancellationToken cancellationToken = default);

    /// <summary>
    /// Has customers find a version, instead of the one that was published. The version and its index change in one transaction: a search
    /// finds the old one or the new one.
    /// </summary>
    /// <param name="id">Which article.</param>
    /// <param name="version">Which version; null takes the newest.</param>
    /// <param name="cancellationToken">Gives up before it is published.</param>
    /// <returns>The published version. It counts as reviewed now.</returns>
    /// <exception cref="KeyNotFoundException">There is no such article, or no such version.</exception>
    Task<Article> PublishAsync(ArticleId id, int? version = null, CancellationToken cancellationToken = default);

    /// <summary>Has nobody find an article any more. Its versions stay, and can be published again.</summary>
    /// <returns>Whether it was published.</returns>
    Task<bool> RetireAsync(ArticleId id, CancellationToken cancellationToken = default);

    /// <summary>Records that somebody has read a published article and it still holds: it is due again after its span.</summary>
    /// <returns>The article with its next date.</returns>
    /// <exception cref="KeyNotFoundException">No version of it is published.</exception>
    Task<Article> ReviewedAsync(ArticleId id, CancellationToken cancellationToken = default);

    /// <summary>Published articles that should be read again by now, the longest overdue first.</summary>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<Article>> DueForReviewAsync(int limit = 100, CancellationToken cancellationToken = default);

    /// <summary>Finds an article, valid or not.</summary>
    /// <param name="id">Which article.</param>
    /// <param name="version">Which version; null takes the published one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where there is none.</returns>
    Task<Article?> FindAsync(ArticleId id, int? version = null, CancellationToken cancellationToken = default);

    /// <summary>All versions of an article, newest first; none for one that is not there.</summary>
    Task<IReadOnlyList<Article>> VersionsAsync(ArticleId id, CancellationToken cancellationToken = default);

    /// <summary>Lists articles by name: what is published and valid, or drafts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit or what is skipped is below zero.</exception>
    Task<IReadOnlyList<Article>> ListAsync(ArticleFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Counts that a customer used an article. Nothing is kept of the customer.</summary>
    /// <exception cref="KeyNotFoundException">There is no such article.</exception>
    Task RecordUseAsync(ArticleId id, ArticleUse use, CancellationToken cancellationToken = default);

    /// <summary>The articles that customers used most, the first of them most.</summary>
    /// <param name="language">In which language.</param>
    /// <param name="use">Which use. <see cref="ArticleUse.Opened"/> makes the list of a page, <see cref="ArticleUse.NotHelpful"/> one of
    /// work.</param>
    /// <param name="within">Of how many days, today included. Default 30.</param>
    /// <param name="limit">How many at most. Default 10.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<IReadOnlyList<ArticleCount>> MostAskedAsync(
        string language,
        ArticleUse use = ArticleUse.Opened,
        int within = 30,
        int limit = 10,
        CancellationToken cancellationToken = default
    );

    /// <summary>Searches published, valid articles, the best first.</summary>
    /// <exception cref="ArgumentException">The language is none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not between 1 and 30.</exception>
    Task<IReadOnlyList<FoundArticle>> SearchAsync(KnowledgeQuery query, CancellationToken cancellationToken = default);

    /// <summary>
    /// The answer to a question, only when sure enough: it is the right one in at least 90 % of the cases where one is suggested
    /// (docs/concepts/knowledge.md says how that was measured).
    /// </summary>
    /// <param name="question">What the customer asked.</param>
    /// <param name="language">Their language, such as <c>en</c> or <c>de-CH</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null where no article is sure enough.</returns>
    Task<FoundArticle?> SuggestAsync(string question, string language, CancellationToken cancellationToken = default);
}
