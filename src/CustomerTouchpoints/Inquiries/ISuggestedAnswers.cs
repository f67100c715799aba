namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// Knows answers to questions before anybody is asked. The package <c>CustomerTouchpoints.Knowledge</c> has one, which <c>AddKnowledge</c>
/// adds; a host may register its own.
/// </summary>
/// <remarks>Called from any thread.</remarks>
public interface ISuggestedAnswers
{
    /// <summary>Finds what may answer a question.</summary>
    /// <param name="question">What the customer asks.</param>
    /// <param name="language">Their language, such as <c>en</c> or <c>de-CH</c>.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The best first; empty where nothing is sure enough.</returns>
    /// <exception cref="System.Data.Common.DbException">What is known can't be reached: the question is taken without.</exception>
    Task<IReadOnlyList<SuggestedAnswer>> SuggestAsync(string question, string language, CancellationToken cancellationToken = default);
}
