using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Simulation.Invariants;

/// <summary>
/// How long a matter was open and when its target was missed, by what was reported and when it happened: nothing here looks at a clock, a
/// timer or a table of ours.
/// </summary>
internal sealed class ClockOracle(ResponseTarget target, Func<int, LifecycleDefinition> definitions, int firstVersion)
{
    private readonly BusinessCalendar calendar = target.Calendar;
    private LifecycleDefinition definition = definitions(firstVersion);
    private DateTimeOffset since;
    private DateTimeOffset? notBefore;
    private bool runs;

    /// <summary>Whether there was ever something to measure.</summary>
    public bool HasBegun { get; private set; }

    public bool HasEnded { get; private set; }

    public TimeSpan Used { get; private set; }

    /// <summary>When more than the target was used; null while it is not.</summary>
    public DateTimeOffset? BreachedAt { get; private set; }

    /// <summary>When it will be, if nothing happens; null while time does not count.</summary>
    public DateTimeOffset? DueAt => runs ? calendar.Add(since, target.Budget > Used ? target.Budget - Used : TimeSpan.Zero) : null;

    public void See(JournalEntry entry)
    {
        if (entry.Changes.OfType<VersionRaised>().FirstOrDefault() is { } raised)
        {
            definition = definitions(raised.Version);
        }

        DateTimeOffset at = entry.Kind == JournalEntryKind.Version ? entry.RecordedAt : entry.OccurredAt;
        if (entry.To is null || (entry.Kind != JournalEntryKind.Version && entry.To == entry.From))
        {
            return;
        }

        State state = definition.FindState(entry.To)!;
        bool isOpen = state.Kind == StateKind.Open;
        bool shallRun =
            isOpen && !(target.Draft.PausesWhileWaiting && definition.Responses!.AttendanceIn(state.Name) == Attendance.WaitsForCustomer);
        bool reopens = HasEnded && isOpen;
        if (!HasBegun)
        {
            // Nobody waits before the matter is there, and a matter that was solved when it opened is reopened no earlier than that.
            notBefore = at > notBefore || notBefore is null ? at : notBefore;
            (HasBegun, since) = (isOpen, notBefore.Value);
        }
        else if (HasBegun && (runs != shallRun || HasEnded == isOpen || (entry.Kind == JournalEntryKind.Version && !HasEnded)))
        {
            Cut(at);
        }

        runs = shallRun;
        HasEnded = HasBegun && !isOpen && (HasEnded || !reopens);
    }

    private void Cut(DateTimeOffset at)
    {
        DateTimeOffset until = at > since ? at : since;
        if (runs)
        {
            DateTimeOffset due = DueAt!.Value;
            Used += calendar.Between(since, until);
            BreachedAt ??= Used > target.Budget ? due : null;
        }

        since = until;
    }
}
