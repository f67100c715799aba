using System.Collections.Frozen;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Meanings;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What a definition says of answers: targets, meanings of events, and whose turn it is in which state.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class ResponsePolicy
{
    private readonly FrozenDictionary<string, ResponseTarget[]> targets;
    private readonly FrozenDictionary<string, Attendance> attendances;
    private readonly FrozenDictionary<string, BusinessCalendar> calendars;

    private ResponsePolicy(LifecycleDraft draft, IEnumerable<State> states)
    {
        Clocks = [.. draft.Targets.Select(target => target.Clock).Distinct()];
        targets = Clocks.ToFrozenDictionary(
            clock => clock,
            clock =>
                draft
                    .Targets.Where(target => target.Clock == clock)
                    .Select((target, index) => new ResponseTarget(target, index + 1))
                    .ToArray()
        );
        Meanings = draft.Meanings.ToFrozenDictionary();
        attendances = states.ToFrozenDictionary(
            state => state.Name,
            state =>
                state
                    .Outward()
                    .Select(each => draft.Attendances.TryGetValue(each.Name, out Attendance found) ? found : default(Attendance?))
                    .FirstOrDefault(found => found is not null)
                ?? Attendance.WaitsForUs
        );
        calendars = draft.Targets.Select(target => target.Calendar).Distinct().ToFrozenDictionary(calendar => calendar.Version);
        Attendances = draft.Attendances.ToFrozenDictionary();
        HasAsking = Meanings.Values.Any(meaning => meaning.Asks);
    }

    /// <summary>The names of the clocks, in the order in which they are declared.</summary>
    public IReadOnlyList<string> Clocks { get; }

    /// <summary>What events mean in the conversation, by their names.</summary>
    public FrozenDictionary<string, Meaning> Meanings { get; }

    /// <summary>Whose turn it is, by the names of the states for which it was said.</summary>
    public FrozenDictionary<string, Attendance> Attendances { get; }

    /// <summary>Whether events say when the customer asks; else the opening does.</summary>
    public bool HasAsking { get; }

    public IEnumerable<ResponseTarget> Targets => Clocks.SelectMany(clock => targets[clock]);

    /// <summary>The policy of a draft; null when it has none, so that its journeys cost nothing more.</summary>
    public static ResponsePolicy? Of(LifecycleDraft draft, IEnumerable<State> states) =>
        draft.Targets.Count + draft.Meanings.Count == 0 ? null : new ResponsePolicy(draft, states);

    public IReadOnlyList<ResponseTarget> TargetsOf(string clock) => targets.TryGetValue(clock, out ResponseTarget[]? found) ? found : [];

    public Attendance AttendanceIn(string state) => attendances[state];

    /// <summary>A calendar of this definition, by its version.</summary>
    public BusinessCalendar? FindCalendar(string version) => calendars.GetValueOrDefault(version);
}
