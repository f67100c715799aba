using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Journeys.Identity;

/// <summary>A digest that the journey carries has something of a journey from which somebody was erased: it loses its data.</summary>
/// <param name="Digest">The digest.</param>
internal sealed record DigestBared(TouchpointId Digest) : Input
{
    public override void Decide(Deliberation deliberation)
    {
        if (
            deliberation.Journey.Unfinished().FirstOrDefault(open => open.IdIn(deliberation.Journey.Id) == Digest) is
            { Data: not null } digest
        )
        {
            deliberation.Add(new TouchpointBared(digest.Order) { Place = digest.Place });
            deliberation.Record(
                JournalEntryKind.Identity,
                Digest.ToString(),
                JournalEntryOutcome.Handled,
                Reasons.IdentityReasons.Erased,
                deliberation.Now
            );
        }
    }
}
