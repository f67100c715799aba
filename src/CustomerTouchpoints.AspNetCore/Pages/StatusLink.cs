using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>Shows where a journey stands to somebody who plays a role in it.</summary>
internal sealed class StatusLink(ICustomerTouchpoints touchpoints, TimeProvider time) : ILinkPage
{
    public LinkPurpose Purpose => LinkPurpose.Status;

    public bool TakesAnswers => false;

    public async Task<PageAnswer> ShowAsync(PageVisit visit) =>
        visit.Subject.Journey is { } id
        && await touchpoints.GetJourneyAsync(id, visit.CancellationToken).ConfigureAwait(false) is { State: not null } journey
        && PlaysRole(journey, visit)
            ? PageAnswer.Of<StatusPage>(new StatusModel(journey, time.GetUtcNow()))
            : PageAnswer.Gone();

    public Task<PageAnswer> AnswerAsync(PageVisit visit, IFormCollection form) => ShowAsync(visit);

    /// <summary>A journey may have been handed to somebody else; and somebody else may have turned out to be this customer.</summary>
    private static bool PlaysRole(JourneyView journey, PageVisit visit) =>
        journey.Parties.Values.Any(party => party == visit.Subject.Customer || party == visit.Reader.Customer?.Id);
}
