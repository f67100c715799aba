using CustomerTouchpoints.Links;

namespace CustomerTouchpoints.Feedback;

/// <summary>What customers answer to surveys, and what came of asking them.</summary>
/// <remarks>
/// Thread-safe. Resolve it from the host's services, once <c>AddSurvey</c> has declared a survey. Every method throws
/// <see cref="Storage.StoreUnavailableException"/> when the store can't be reached.
/// </remarks>
public interface IFeedback
{
    /// <summary>The surveys that the host has declared, in the order of their declaration.</summary>
    IReadOnlyList<Survey> Surveys { get; }

    /// <summary>Reads what a link asks. It records nothing.</summary>
    /// <param name="token">The token of a <see cref="LinkPurpose.Feedback"/> link.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>Null for a link that does not work, whatever is wrong with it.</returns>
    /// <exception cref="InvalidOperationException">No links are configured.</exception>
    Task<SurveyInvitation?> ReadAsync(string? token, CancellationToken cancellationToken = default);

    /// <summary>
    /// Records what a customer answers: as an event of the journey that was asked about, which every lifecycle takes in every state, and on
    /// which its transitions and rules may act (<see cref="SurveyAnswer.EventName"/>). A "no" to whether a question is solved opens it
    /// again. For a day from the first answer on, it may be changed; the last one counts.
    /// </summary>
    /// <param name="token">The token of a <see cref="LinkPurpose.Feedback"/> link.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="cancellationToken">Stops the waiting, not the recording.</param>
    /// <exception cref="ArgumentException">The value is none of the survey's, or the comment is too long or has U+0000.</exception>
    /// <exception cref="InvalidOperationException">No links are configured.</exception>
    Task<SurveyResult> AnswerSurveyAsync(string? token, SurveyAnswer answer, CancellationToken cancellationToken = default);

    /// <summary>
    /// Counts who was asked and what they answered, each share with what it is a share of. It reads the messages that asked, and the
    /// journeys that they belong to.
    /// </summary>
    /// <param name="query">Which survey, and asked when.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArgumentException">No such survey is declared.</exception>
    Task<FeedbackReport> ReportAsync(FeedbackQuery query, CancellationToken cancellationToken = default);
}
