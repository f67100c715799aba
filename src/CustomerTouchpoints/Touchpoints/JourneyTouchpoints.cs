using System.Collections.Immutable;
using CustomerTouchpoints.Journeys;

namespace CustomerTouchpoints.Touchpoints;

/// <summary>The touchpoints of a journey, and of a decision about it.</summary>
internal static class JourneyTouchpoints
{
    extension(JourneySnapshot journey)
    {
        /// <summary>The touchpoints that are on their way, in their order.</summary>
        public ImmutableArray<OpenTouchpoint> Touchpoints => journey.TouchpointMemory.Open;

        /// <summary>
        /// Touchpoints that wait for a person, or for what their channel says of them. Nothing in the journey waits for them.
        /// </summary>
        public ImmutableArray<OpenTouchpoint> Undecided => journey.TouchpointMemory.Undecided;

        /// <summary>The last occasion on which each rule planned something: no occasion is told twice.</summary>
        public ImmutableArray<ToldOccasion> Told => journey.TouchpointMemory.Told;

        /// <summary>How many touchpoints were ever planned: the next one's order.</summary>
        public long Planned => journey.TouchpointMemory.Planned;

        /// <summary>What the journey remembers of its touchpoints.</summary>
        public TouchpointMemory TouchpointMemory => journey.Memory<TouchpointMemory>() ?? TouchpointMemory.Empty;

        /// <summary>An open touchpoint, or null when it has ended or was left undecided.</summary>
        public OpenTouchpoint? Touchpoint(long order) => journey.TouchpointMemory.FindOpen(order);

        /// <summary>The touchpoints that have not ended: the open ones, and those that were left undecided.</summary>
        public ImmutableArray<OpenTouchpoint> Unfinished()
        {
            TouchpointMemory memory = journey.TouchpointMemory;
            return memory.Undecided.IsEmpty && memory.Shelved.IsEmpty
                ? memory.Open
                : [.. memory.Open, .. memory.Undecided, .. memory.Shelved.Values];
        }

        /// <summary>Those of them that depend on something in the journey: none that waits for a person alone.</summary>
        public ImmutableArray<OpenTouchpoint> Dependent()
        {
            TouchpointMemory memory = journey.TouchpointMemory;
            return memory.Undecided.IsEmpty ? memory.Open : memory.Open.AddRange(memory.Undecided);
        }

        /// <summary>A touchpoint that is open or was left undecided, or null when it has ended.</summary>
        public OpenTouchpoint? Unfinished(long order) => journey.TouchpointMemory.Find(order);

        /// <summary>The latest term that has attempts under way in it; null when none are.</summary>
        public long? SendingTerm()
        {
            long? latest = null;
            foreach (OpenTouchpoint touchpoint in journey.Touchpoints)
            {
                if (touchpoint.Sending is { } sending && !(sending.Term <= latest))
                {
                    latest = sending.Term;
                }
            }

            return latest;
        }

        /// <summary>The earliest revision of the switches behind which something in it is held; null when nothing is.</summary>
        public long? HeldAtRevision()
        {
            long? earliest = null;
            foreach (OpenTouchpoint touchpoint in journey.Touchpoints)
            {
                if (touchpoint.Waiting?.Revision is { } revision && !(earliest <= revision))
                {
                    earliest = revision;
                }
            }

            return earliest;
        }
    }

    extension(JourneyBuilder journey)
    {
        /// <summary>What the journey remembers of its touchpoints so far.</summary>
        public TouchpointMemory TouchpointMemory => journey.Memory<TouchpointMemory>() ?? TouchpointMemory.Empty;
    }

    extension(Decision decision)
    {
        /// <summary>The last version of every touchpoint that was planned or changed, ended ones included, in their order.</summary>
        public IEnumerable<OpenTouchpoint> Touchpoints => decision.Parts.OfType<OpenTouchpoint>();
    }
}
