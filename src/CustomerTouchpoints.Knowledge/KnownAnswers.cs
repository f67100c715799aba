using CustomerTouchpoints.Inquiries;

namespace CustomerTouchpoints.Knowledge;

/// <summary>Suggests the article that answers a question, when it is sure enough.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class KnownAnswers(IKnowledge knowledge) : ISuggestedAnswers
{
    public async Task<IReadOnlyList<SuggestedAnswer>> SuggestAsync(
        string question,
        string language,
        CancellationToken cancellationToken = default
    ) =>
        await knowledge.SuggestAsync(question, language, cancellationToken).ConfigureAwait(false) is { Article.Content: var known }
            ? [new SuggestedAnswer(known.Question, known.Answer)]
            : [];
}
