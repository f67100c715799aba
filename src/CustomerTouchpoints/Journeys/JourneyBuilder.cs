using System.Collections.Immutable;

namespace CustomerTouchpoints.Journeys;

/// <summary>Makes the next snapshot of a journey: its changes are applied here, in order.</summary>
/// <remarks>For one thread. What it was made from stays as it is.</remarks>
internal sealed class JourneyBuilder(JourneySnapshot journey)
{
    private readonly List<JourneyPart> touched = [];

    public JourneyId Id => journey.Id;

    public int Version { get; set; } = journey.Version;

    public string? State { get; set; } = journey.State;

    public JourneyStanding Standing { get; set; } = journey.Standing;

    /// <summary>The number of the last journal entry.</summary>
    public long Sequence { get; set; } = journey.Sequence;

    public JourneyData Data { get; set; } = journey.Data;

    /// <summary>The furthest step of the line that was reached, or -1.</summary>
    public int Mark { get; set; } = journey.Mark;

    public ImmutableArray<Party> Parties { get; set; } = journey.Parties;

    public ImmutableArray<Visit> Visits { get; set; } = journey.Visits;

    public ImmutableArray<JourneyTimer> Timers { get; set; } = journey.Timers;

    public ImmutableArray<ParkedEvent> Parked { get; set; } = journey.Parked;

    /// <summary>What concepts remember of the journey.</summary>
    public ImmutableArray<JourneyMemory> Memories { get; private set; } = journey.Memories;

    /// <summary>The last version of each part that was made or changed: those of one kind in their order.</summary>
    public IReadOnlyList<JourneyPart> Touched => touched;

    /// <summary>What a concept remembers of the journey; null when nothing has come up.</summary>
    public TMemory? Memory<TMemory>()
        where TMemory : JourneyMemory => JourneySnapshot.MemoryIn<TMemory>(Memories);

    /// <summary>Puts what a concept remembers in place of what it remembered before.</summary>
    public void Remember(JourneyMemory memory)
    {
        for (int i = 0; i < Memories.Length; i++)
        {
            if (Memories[i].GetType() == memory.GetType())
            {
                Memories = Memories.SetItem(i, memory);
                return;
            }
        }

        Memories = Memories.Add(memory);
    }

    /// <summary>Notes that a part was made, or has changed: its row is to be written.</summary>
    public void Touch(JourneyPart part)
    {
        (string Name, long Number) place = part.PlaceInJourney();
        int at = touched.Count;
        for (int i = touched.Count - 1; i >= 0; i--)
        {
            if (touched[i].GetType() != part.GetType())
            {
                continue;
            }

            int order = Compare(touched[i].PlaceInJourney(), place);
            if (order == 0)
            {
                touched[i] = part;
                return;
            }

            if (order < 0)
            {
                break;
            }

            at = i;
        }

        touched.Insert(at, part);
    }

    /// <summary>The journey with every change so far.</summary>
    public JourneySnapshot Build() =>
        journey with
        {
            Version = Version,
            State = State,
            Standing = Standing,
            Sequence = Sequence,
            Data = Data,
            Mark = Mark,
            Parties = Parties,
            Visits = Visits,
            Timers = Timers,
            Parked = Parked,
            Memories = Memories,
        };

    private static int Compare((string Name, long Number) one, (string Name, long Number) other)
    {
        int names = string.CompareOrdinal(one.Name, other.Name);
        return names != 0 ? names : one.Number.CompareTo(other.Number);
    }
}
