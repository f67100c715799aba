using CustomerTouchpoints.Links;
using CustomerTouchpoints.Reading;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Pages;

/// <summary>A customer who has followed a link that works.</summary>
/// <param name="Subject">What the link says.</param>
/// <param name="Token">The link's token.</param>
/// <param name="Reader">Who they are.</param>
/// <param name="Query">What stands behind the link's path: it may choose something, and changes nothing.</param>
/// <param name="CancellationToken">Ends when they have left.</param>
internal sealed record PageVisit(
    LinkSubject Subject,
    string Token,
    PageReader Reader,
    IQueryCollection Query,
    CancellationToken CancellationToken
)
{
    /// <summary>A journey may have been handed to somebody else; and somebody else may have turned out to be this customer.</summary>
    public bool PlaysRoleIn(JourneyView journey) =>
        journey.Parties.Values.Any(party => party == Subject.Customer || party == Reader.Customer?.Id);
}
