using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>
/// Stops a kind of message on one channel: by a page with one button, and by the POST that mail programs make (RFC 8058), which has neither
/// cookies nor a page before it and is not redirected.
/// </summary>
internal sealed class UnsubscribeLink(Preferences preferences, LinkSigner links) : ILinkPage
{
    public const string Field = "List-Unsubscribe";
    public const string OneClick = "One-Click";

    public LinkPurpose Purpose => LinkPurpose.Unsubscribe;

    public Task<PageAnswer> ShowAsync(PageVisit visit) => Task.FromResult(Page(visit, isDone: false));

    public async Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form)
    {
        if (form[Field] != OneClick)
        {
            return Page(visit, isDone: false, StatusCodes.Status400BadRequest);
        }

        await preferences
            .RecordAsync(
                visit,
                new PreferenceKind(preferences.KindOf(visit.Subject.Category)),
                visit.Subject.Channel,
                ConsentDecision.Withdrawn,
                "unsubscribe link"
            )
            .ConfigureAwait(false);
        return Page(visit, isDone: true);
    }

    private PageAnswer Page(PageVisit visit, bool isDone, int status = StatusCodes.Status200OK) =>
        PageAnswer.Of<UnsubscribePage>(
            new UnsubscribeModel(
                preferences.KindOf(visit.Subject.Category),
                visit.Subject.Channel,
                isDone,
                links.Link(LinkPurpose.Preferences, new LinkSubject { Customer = visit.Subject.Customer })
            ),
            status
        );
}
