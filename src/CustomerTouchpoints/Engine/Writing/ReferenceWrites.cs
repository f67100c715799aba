using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Storage;
using CustomerTouchpoints.Touchpoints;

namespace CustomerTouchpoints.Engine.Writing;

/// <summary>What providers call messages that they have accepted, or may have: what they report later names it.</summary>
internal static class ReferenceWrites
{
    /// <summary>What is longer is no provider's id.</summary>
    private const int LongestReference = 500;

    /// <param name="writes">Where they are added.</param>
    /// <param name="journey">The journey.</param>
    /// <param name="touchpoints">Its touchpoints that have changed.</param>
    /// <param name="entries">What was recorded of them.</param>
    public static void Add(
        BatchWritesBuilder writes,
        JourneyId journey,
        IEnumerable<OpenTouchpoint> touchpoints,
        IReadOnlyList<JournalEntry> entries
    )
    {
        foreach (OpenTouchpoint touchpoint in touchpoints)
        {
            Add(touchpoint.Reference, touchpoint);
            foreach (JournalEntry entry in entries)
            {
                foreach (Change change in entry.Changes)
                {
                    string? doubted = change switch
                    {
                        TouchpointWaits waits when waits.Order == touchpoint.Order => waits.Reference,
                        TouchpointUndecided undecided when undecided.Order == touchpoint.Order => undecided.Reference,
                        _ => null,
                    };
                    Add(doubted, touchpoint);
                }
            }
        }

        void Add(string? reference, OpenTouchpoint touchpoint)
        {
            if (reference is { Length: > 0 and <= LongestReference })
            {
                writes.Add(new ReferenceRow(touchpoint.Channel, reference, touchpoint.IdIn(journey)));
            }
        }
    }
}
