using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Gate;

namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>A digest that the journey carries loses what it has of another journey, from which somebody was erased.</summary>
/// <param name="Digest">The digest.</param>
/// <param name="From">The other journey.</param>
internal sealed record DigestBared(TouchpointId Digest, JourneyId From) : Input
{
    public override void Decide(Deliberation deliberation)
    {
        if (
            deliberation.Journey.Unfinished().FirstOrDefault(open => open.IdIn(deliberation.Journey.Id) == Digest) is
            { Contents: { } contents, Status: not TouchpointStatus.Sending } digest
        )
        {
            bool[] stays = [.. contents.Items.Select(item => item.Journey != From)];
            DigestTrimming.Keep(deliberation, digest, stays, IdentityReasons.Erased, JournalEntryKind.Identity);
        }
    }
}
