using System.Globalization;
using CustomerTouchpoints.Engine;
using CustomerTouchpoints.Feedback.Surveys;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using CustomerTouchpoints.Storage;

namespace CustomerTouchpoints.Feedback;

/// <summary>Takes answers, and makes events of them.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class FeedbackDesk(
    SurveyBook surveys,
    FeedbackReader reader,
    TouchpointsEngine engine,
    ICustomerTouchpoints touchpoints,
    StoreReaders readers,
    StoreTime time,
    LinkSigner? links = null
) : IFeedback
{
    /// <summary>How long an answer may be changed, from the first on.</summary>
    private static readonly TimeSpan Changeable = TimeSpan.FromDays(1);

    /// <summary>How often an answer is told again when others came at the same time.</summary>
    private const int Attempts = 8;

    public IReadOnlyList<Survey> Surveys => surveys.All;

    public async Task<SurveyInvitation?> ReadAsync(string? token, CancellationToken cancellationToken = default) =>
        await FindAsync(token, cancellationToken).ConfigureAwait(false) is var (survey, customer, journey)
            ? Invitation(survey, customer, journey)
            : null;

    public async Task<SurveyResult> AnswerSurveyAsync(string? token, SurveyAnswer answer, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        int number = 0;
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            if (await FindAsync(token, cancellationToken).ConfigureAwait(false) is not var (survey, _, journey))
            {
                return new SurveyResult(SurveyOutcome.Gone);
            }

            SurveyAnswer said = Checked(survey, answer);
            DateTimeOffset now = time.GetUtcNow();
            var given = GivenFeedback.In(journey.Data.Element);
            GivenAnswer? before = given.Answers.GetValueOrDefault(survey.Name);
            if (before is not null && (before.Value, before.Comment) == (said.Value, said.Comment))
            {
                return new SurveyResult(SurveyOutcome.Unchanged);
            }

            if (now >= before?.FirstAt + Changeable)
            {
                return new SurveyResult(SurveyOutcome.TooLate);
            }

            GivenFeedback next = (given with { Number = Math.Max(given.Number, number) }).With(
                survey.Name,
                new GivenAnswer(survey.Kind, said.Value, said.Comment, before?.FirstAt ?? now)
            );
            number = next.Number;
            RaiseResult raised = await touchpoints.RaiseAsync(Fact(journey.Id, next), cancellationToken).ConfigureAwait(false);
            if (raised.Outcome != RaiseOutcome.Conflict)
            {
                return new SurveyResult(
                    raised.Outcome == RaiseOutcome.Closed ? SurveyOutcome.Gone
                        : before is null ? SurveyOutcome.Recorded
                        : SurveyOutcome.Changed,
                    raised.Outcome == RaiseOutcome.Moved
                );
            }
        }

        throw new TouchpointsBusyException("Others answer for this journey all the time. Answer again.");
    }

    public async Task<FeedbackReport> ReportAsync(FeedbackQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentOutOfRangeException.ThrowIfLessThan(query.MinimumAnswers, 1, nameof(query));
        Survey survey =
            surveys.Find(query.Survey)
            ?? throw new ArgumentException(
                $"No survey is called \"{Identifier.Shown(query.Survey)}\". Declared: {string.Join(", ", surveys.All)}.",
                nameof(query)
            );
        await engine.StartAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<AskedJourney> asked = await reader
            .ReadAsync(survey, surveys.RulesThatAsk(survey), query, cancellationToken)
            .ConfigureAwait(false);
        return FeedbackCount.Of(survey, asked, query.MinimumAnswers);
    }

    private SurveyInvitation Invitation(Survey survey, CustomerId customer, JourneySnapshot journey)
    {
        GivenAnswer? given = GivenFeedback.In(journey.Data.Element).Answers.GetValueOrDefault(survey.Name);
        DateTimeOffset? until = given?.FirstAt + Changeable;
        return new SurveyInvitation
        {
            Survey = survey,
            Journey = journey.Id,
            Customer = customer,
            Given = given is null ? null : new SurveyAnswer { Value = given.Value, Comment = given.Comment },
            ChangeableUntil = until,
            IsOpen = !(time.GetUtcNow() >= until),
        };
    }

    /// <summary>What a link asks; null for one that does not work, whatever is wrong with it.</summary>
    private async Task<(Survey Survey, CustomerId Customer, JourneySnapshot Journey)?> FindAsync(string? token, CancellationToken stop)
    {
        LinkSigner signer =
            links
            ?? throw new InvalidOperationException(
                "Surveys are answered by links, and none are configured. Call UseLinks within AddCustomerTouchpoints, with a key."
            );
        if (
            signer.Verify(LinkPurpose.Feedback, token) is not { Journey: { } id } subject
            || surveys.Of(subject.Wording) is not { } survey
            || await touchpoints.GetCustomerAsync(subject.Customer, stop).ConfigureAwait(false) is not { ErasedAt: null } customer
            || await readers.Lookup.FindAsync(id, stop).ConfigureAwait(false) is not { State: not null } journey
        )
        {
            return null;
        }

        // A journey may have been handed to somebody else; and somebody else may have turned out to be this customer.
        return journey.Parties.Any(party => !party.IsErased && (party.Customer == subject.Customer || party.Customer == customer.Id))
            ? (survey, customer.Id, journey)
            : null;
    }

    private static SurveyAnswer Checked(Survey survey, SurveyAnswer answer)
    {
        string? comment = string.IsNullOrWhiteSpace(answer.Comment) ? null : answer.Comment.Trim();
        if (answer.Value < survey.Lowest || answer.Value > survey.Highest)
        {
            throw new ArgumentOutOfRangeException(
                nameof(answer),
                answer.Value,
                string.Create(CultureInfo.InvariantCulture, $"{survey} is answered from {survey.Lowest} to {survey.Highest}.")
            );
        }

        return comment is { Length: > SurveyAnswer.LongestComment } || comment?.Contains('\0', StringComparison.Ordinal) == true
            ? throw new ArgumentException(
                $"A comment has at most {SurveyAnswer.LongestComment} characters, and no U+0000: shorten it.",
                nameof(answer)
            )
            : new SurveyAnswer { Value = answer.Value, Comment = comment };
    }

    private static IncomingEvent Fact(JourneyId journey, GivenFeedback given) =>
        new()
        {
            Journey = journey,
            Name = SurveyAnswer.EventName,
            Id = string.Create(CultureInfo.InvariantCulture, $"feedback-{given.Number}"),
            Data = given.ToData(),
        };
}
