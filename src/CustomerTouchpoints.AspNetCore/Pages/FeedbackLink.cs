using System.Globalization;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>
/// Asks how it went. A link that brings an answer has it chosen, and only the button records it: programs follow links, too.
/// </summary>
internal sealed class FeedbackLink(IFeedback feedback) : ILinkPage
{
    public const string AnswerField = "answer";
    public const string CommentField = "comment";

    public LinkPurpose Purpose => LinkPurpose.Feedback;

    public int LongestText => SurveyAnswer.LongestComment;

    public async Task<PageAnswer> ShowAsync(PageVisit visit) =>
        await feedback.ReadAsync(visit.Token, visit.CancellationToken).ConfigureAwait(false) is { } invitation
            ? Page(invitation, Chosen(invitation.Survey, visit.Query[AnswerField].ToString()) ?? invitation.Given?.Value)
            : PageAnswer.Gone();

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form)
    {
        if (await feedback.ReadAsync(visit.Token, visit.CancellationToken).ConfigureAwait(false) is not { } invitation)
        {
            return PageAnswer.Gone();
        }

        string comment = PageForm.TextOf(form, CommentField);
        int? value = Chosen(invitation.Survey, form[AnswerField].ToString());
        if (value is not { } chosen || comment.Length > SurveyAnswer.LongestComment)
        {
            return Page(
                invitation,
                value,
                comment,
                value is null ? "page.feedback.choose" : "page.text.long",
                StatusCodes.Status400BadRequest
            );
        }

        SurveyResult result = await feedback
            .AnswerSurveyAsync(visit.Token, new SurveyAnswer { Value = chosen, Comment = comment }, visit.CancellationToken)
            .ConfigureAwait(false);
        return result.Outcome switch
        {
            SurveyOutcome.Gone => PageAnswer.Gone(),
            SurveyOutcome.TooLate => await ShowAsync(visit).ConfigureAwait(false),
            _ => await feedback.ReadAsync(visit.Token, visit.CancellationToken).ConfigureAwait(false) is { } after
                ? Page(after, chosen, said: result.HasMoved ? "page.feedback.reopened" : "page.feedback.thanks")
                : PageAnswer.Gone(),
        };
    }

    private static PageAnswer Page(
        SurveyInvitation invitation,
        int? chosen,
        string? comment = null,
        string? said = null,
        int status = StatusCodes.Status200OK
    ) => PageAnswer.Of<FeedbackPage>(new FeedbackModel(invitation, chosen, comment ?? invitation.Given?.Comment ?? "", said), status);

    private static int? Chosen(Survey survey, string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int answer)
        && answer >= survey.Lowest
        && answer <= survey.Highest
            ? answer
            : null;
}
