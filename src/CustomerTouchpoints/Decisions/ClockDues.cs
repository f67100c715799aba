using System.Globalization;
using CustomerTouchpoints.Responses.Clocks;

namespace CustomerTouchpoints.Decisions;

/// <summary>A clock has come to a mark or to its deadline. However late that is noticed, it is recorded with its true time.</summary>
internal static class ClockDues
{
    public static void Decide(Deliberation deliberation, Input.ClockDue due)
    {
        if (deliberation.Memory.Clock(due.Clock) is not { } clock
            || clock.Cycle != due.Cycle
            || !(clock.NextAt <= deliberation.Now)
            || Clocks.TargetOf(deliberation, clock) is not { } target)
        {
            return;
        }

        deliberation.Consider(NameOf(deliberation, clock), null);
        ClockHand hand = Clocks.HandOf(deliberation, target);
        DateTimeOffset at = clock.NextAt.Value;
        if (target.Mark(clock.Passed, clock.Budget) is { } mark)
        {
            deliberation.Add(new Change.ClockMoved(hand.Plan(clock with { Passed = clock.Passed + 1 })));
            string share = (mark / clock.Budget).ToString("P0", CultureInfo.InvariantCulture);
            Record(deliberation, clock, "Warned", $"{share} of {clock.Budget:c} is used", at);
        }
        else
        {
            deliberation.Add(new Change.ClockMoved(hand.Plan(clock with { BreachedAt = clock.DueAt })));
            Record(deliberation, clock, "Breached", $"{clock.Budget:c} is used up", clock.DueAt!.Value);
        }
    }

    private static string NameOf(Deliberation deliberation, JourneyClock clock) => new ClockId(deliberation.Journey.Id, clock.Clock, clock.Cycle).ToString();

    private static void Record(Deliberation deliberation, JourneyClock clock, string outcome, string reason, DateTimeOffset at) =>
        deliberation.Record(EntryKind.Clock, NameOf(deliberation, clock), outcome, reason, at);
}
