using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Shows where a journey stands to somebody who plays a role in it.</summary>
/// <param name="touchpoints">Where it is read.</param>
/// <param name="time">The time.</param>
/// <param name="links">Makes the link by which something is asked about it; null where nobody answers questions.</param>
internal sealed class StatusLink(ICustomerTouchpoints touchpoints, TimeProvider time, LinkSigner? links) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Status;

    public bool TakesAnswers => false;

    public async Task<PageAnswer> ShowAsync(PageVisit visit) =>
        visit.Subject.Journey is { } id
        && await touchpoints.GetJourneyAsync(id, visit.CancellationToken).ConfigureAwait(false) is { State: not null } journey
        && visit.PlaysRoleIn(journey)
            ? PageAnswer.Of<StatusPage>(
                new StatusModel(
                    journey,
                    time.GetUtcNow(),
                    links?.Link(LinkPurpose.Ask, new LinkSubject { Customer = visit.Subject.Customer, Journey = id })
                )
            )
            : PageAnswer.Gone();

    public Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form) => ShowAsync(visit);
}
