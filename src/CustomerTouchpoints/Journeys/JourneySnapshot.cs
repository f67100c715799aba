using System.Collections.Immutable;
using System.Text.Json;

namespace CustomerTouchpoints.Journeys;

/// <summary>Everything a decision may know of one journey.</summary>
/// <remarks>Immutable; safe to share between threads. A <see cref="JourneyBuilder"/> makes the next one.</remarks>
internal sealed record JourneySnapshot
{
    public JourneyId Id { get; init; }

    public int Version { get; init; }

    public string? State { get; init; }

    public JourneyStanding Standing { get; init; }

    /// <summary>The number of the last journal entry.</summary>
    public long Sequence { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    public JourneyData Data { get; init; } = JourneyData.Empty;

    /// <summary>The furthest step of the line that was reached, or -1.</summary>
    public int Mark { get; init; } = -1;

    public ImmutableArray<Party> Parties { get; init; } = [];

    public ImmutableArray<Visit> Visits { get; init; } = [];

    public ImmutableArray<JourneyTimer> Timers { get; init; } = [];

    public ImmutableArray<ParkedEvent> Parked { get; init; } = [];

    /// <summary>What concepts remember of it, at most one of each kind; see <see cref="Memory"/>.</summary>
    public ImmutableArray<JourneyMemory> Memories { get; init; } = [];

    /// <summary>A journey that nobody has heard of yet.</summary>
    public static JourneySnapshot Unheard(JourneyId id, int version, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Version = version,
            CreatedAt = now,
        };

    /// <summary>Whether it is in a solved or final state.</summary>
    public bool IsSolved => Standing is JourneyStanding.Solved or JourneyStanding.Closed;

    /// <summary>Whether all who played a role in it were erased: it is closed, and keeps nothing of what is still reported.</summary>
    public bool IsErased => !Parties.IsEmpty && Parties.All(party => party.IsErased);

    /// <summary>Who plays a role, or null.</summary>
    public Party? PartyOf(string role)
    {
        foreach (Party party in Parties)
        {
            if (party.Role == role)
            {
                return party;
            }
        }

        return null;
    }

    /// <summary>The latest visit of a scope, or null when it was never entered.</summary>
    public Visit? VisitOf(string scope)
    {
        foreach (Visit visit in Visits)
        {
            if (visit.Scope == scope)
            {
                return visit;
            }
        }

        return null;
    }

    /// <summary>What a concept remembers of it; null when nothing has come up.</summary>
    public TMemory? Memory<TMemory>()
        where TMemory : JourneyMemory => MemoryIn<TMemory>(Memories);

    /// <summary>The next snapshot.</summary>
    /// <param name="change">The change.</param>
    /// <param name="data">The data of the entry that the change belongs to.</param>
    public JourneySnapshot Apply(Change change, JsonElement? data)
    {
        var next = new JourneyBuilder(this);
        change.ApplyTo(next, data);
        return next.Build();
    }

    /// <summary>The earliest instant at which something in it is due; null when nothing is.</summary>
    public DateTimeOffset? NextDue()
    {
        DateTimeOffset? earliest = null;
        foreach (JourneyTimer timer in Timers)
        {
            earliest = earliest < timer.Due ? earliest : timer.Due;
        }

        foreach (JourneyMemory memory in Memories)
        {
            DateTimeOffset? due = memory.NextDue();
            earliest = earliest is null || due < earliest ? due ?? earliest : earliest;
        }

        return earliest;
    }

    internal static TMemory? MemoryIn<TMemory>(ImmutableArray<JourneyMemory> memories)
        where TMemory : JourneyMemory
    {
        foreach (JourneyMemory memory in memories)
        {
            if (memory is TMemory found)
            {
                return found;
            }
        }

        return null;
    }
}
