using CustomerTouchpoints.Customers;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles.Language;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Which messages leave with another one whose digest has closed and which may leave now.</summary>
internal static class DigestJoining
{
    /// <summary>What joins it of a journey, in the order in which it was planned. It changes nothing.</summary>
    /// <param name="deliberation">A decision about the journey.</param>
    /// <param name="lead">The one that may leave.</param>
    /// <param name="topic">What that one is about; null where it says a category alone.</param>
    /// <param name="recipient">Who is told.</param>
    public static IEnumerable<GatheredItem> Of(Deliberation deliberation, OpenTouchpoint lead, string? topic, Recipient recipient) =>
        deliberation
            .Journey.Touchpoints.Where(open => IsBeside(deliberation, open, lead, topic) && Joins(deliberation, open, recipient))
            .Select(open => GatheredItem.Of(deliberation, open));

    /// <summary>
    /// Whether a message waits in the same digest as another: of the same customer, by the same channel, its window closed. Caps count what
    /// is promotional by its topic, so that a digest of such is of one.
    /// </summary>
    private static bool IsBeside(Deliberation deliberation, OpenTouchpoint open, OpenTouchpoint lead, string? topic) =>
        open is { IsWaiting: true, Attempts: 0, InDigest: { } place }
        && open.SeatedUntil <= deliberation.Now
        && place.Digest == lead.InDigest!.Digest
        && open.Customer == lead.Customer
        && open.Route == lead.Route
        && open.Category == lead.Category
        && (open.Category != Category.Promotional || deliberation.Definition.TopicOf(open.Rule)?.Name == topic);

    private static bool Joins(Deliberation deliberation, OpenTouchpoint open, Recipient recipient)
    {
        // What holds the one holds the other, and what lets it go; but what one journey says of its own is asked of each.
        if (!(Lanes.TurnOf(open with { NextAt = deliberation.Now }, deliberation.Journey.Touchpoints) <= deliberation.Now))
        {
            return false;
        }

        try
        {
            return ErasureQuestion.Ask(deliberation, open) is null
                && SwitchQuestion.Ask(deliberation, open, recipient) is null
                && TruthQuestion.Ask(deliberation, open) is null
                && ToldQuestion.Ask(deliberation, open) is null
                && FreshnessQuestion.Ask(deliberation, open) is null
                && SetbackQuestion.Ask(deliberation, open) is null
                && ConsentQuestion.Ask(deliberation, open, recipient) is null;
        }
        catch (ConditionFailedException)
        {
            // Its own turn comes, and says so.
            return false;
        }
    }
}
