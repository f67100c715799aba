using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Touchpoints;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Simulation.Invariants;

internal sealed class AttemptsMayBegin : ILaw
{
    public string Words => "nothing is sent after it was withdrawn, solved or stale";

    public IEnumerable<string> Breaches(JourneyBook book, JournalEntry entry, JourneySnapshot before, JourneySnapshot after)
    {
        foreach (AttemptBegun begun in entry.Changes.OfType<AttemptBegun>())
        {
            if (before.Touchpoint(begun.Order) is not { } open)
            {
                yield return "it had ended";
                continue;
            }

            if (book.Definition.FindRule(open.Rule) is not { } rule)
            {
                yield return "its definition no longer has its rule";
                continue;
            }

            if (!open.IsWaiting || begun.Attempt != open.Attempts + 1)
            {
                yield return $"attempt {begun.Attempt} began while it was {open.Status} after {open.Attempts}";
            }

            if (entry.RecordedAt - open.Due > rule.StaleAfter)
            {
                yield return $"it was due at {open.Due:O} and stale after {rule.StaleAfter:c}";
            }

            if (entry.RecordedAt < open.NextAt)
            {
                yield return $"its time is {open.NextAt:O}";
            }

            if (open.Scope is { } scope && before.VisitOf(scope) is not { Lasts: true })
            {
                yield return $"{scope} has ended";
            }

            if (before.IsSolved && !MayFollowSolved(book, open, rule))
            {
                yield return $"entry {book.SolvedBy!.Sequence} had solved the matter";
            }

            // Who has spoken is looked at by the wishes, whose address was stopped by the stops.
            if (
                (open.Category == Category.Promotional && book.World.Wishes.HasSpoken(open.Customer!.Value))
                || book.World.Stops.HasSpoken(open.Customer!.Value)
            )
            {
                continue;
            }

            if (book.World.People.Find(open.Customer!.Value) is not { } customer || ChannelFor(rule, open, customer) != begun.Channel)
            {
                yield return $"{open.Customer} is not reached by {begun.Channel}";
            }
            else if (open.Category == Category.Promotional && !customer.WantsPromotions)
            {
                yield return $"{open.Customer} has not agreed to promotions";
            }
        }
    }

    /// <summary>Only what stood when the matter was solved, was under way then, or has been planned since.</summary>
    private static bool MayFollowSolved(JourneyBook book, OpenTouchpoint open, TouchpointRule rule) =>
        rule.Afterwards || open.PlannedBy >= book.SolvedBy!.Sequence || (open.Scope is null && book.StoodWhenSolved.Contains(open.Order));

    private static Channel? ChannelFor(TouchpointRule rule, OpenTouchpoint open, Customer customer) =>
        rule
            .Routes.Single(route => route[0] == open.Route)
            .Select(channel => (Channel?)channel)
            .FirstOrDefault(channel => customer.Addresses.ContainsKey(channel!.Value));
}
