using CustomerTouchpoints;
using CustomerTouchpoints.Lifecycles;
using CustomerTouchpoints.Responses;
using SupportDesk.Reading;

namespace SupportDesk.Desk;

/// <summary>
/// An inquiry of a desk, from its first row to its last. Two clocks measure how long it takes to be solved: by the wall clock, and in the
/// desk's business hours. They stop while it is solved, and resume when it is reopened; waiting for the customer does not stop them.
/// </summary>
internal sealed class InquiryLifecycle(DeskMap map) : Lifecycle("inquiry", version: 1)
{
    public const string OpenTime = "open-time";
    public const string BusinessTime = "business-time";
    public const string Opened = "inquiry.opened";

    public static readonly State Received = new("received");
    public static readonly State Worked = new("worked");
    public static readonly State Answered = new("answered");
    public static readonly State Waits = new("waits");
    public static readonly State Resolved = new("resolved", kind: StateKind.Solved);
    public static readonly State Closed = new("closed", kind: StateKind.Solved);

    /// <summary>A clock has a target: where the map has none, one that no case of a log comes to.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(3650);

    public static string EventOf(Meaning meaning) =>
        meaning switch
        {
            Meaning.Worked => "inquiry.worked",
            Meaning.Answered => "inquiry.answered",
            Meaning.Waits => "inquiry.waits",
            Meaning.Resolved => "inquiry.resolved",
            Meaning.Closed => "inquiry.closed",
            _ => "inquiry.noted",
        };

    /// <summary>Whether the matter is solved in a state, until it is reopened.</summary>
    public static bool IsSolved(string? state) => state == Resolved.Name || state == Closed.Name;

    protected override void Define(LifecycleBuilder inquiry)
    {
        inquiry.OpensWith(Opened).GoTo(Received);
        Lead(inquiry.WhileOpen());
        inquiry.WhileOpen().On(EventOf(Meaning.Resolved)).GoTo(Resolved);
        inquiry.WhileOpen().On(EventOf(Meaning.Closed)).GoTo(Closed);
        inquiry.WhileOpen().On(EventOf(Meaning.Ignored)).Stay();

        // Solved twice is solved once. Work, an answer or a question after it reopens the inquiry.
        inquiry.While(Resolved).On(EventOf(Meaning.Closed)).GoTo(Closed);
        Lead(inquiry.While(Resolved));
        Lead(inquiry.While(Closed));

        inquiry.While(Worked).IsWorkedOn();
        inquiry.While(Answered).WaitsForCustomer();
        inquiry.While(Waits).WaitsForCustomer();
        inquiry.Resolution().Within(Whole(map.Target), BusinessCalendar.AlwaysOpen).Named(OpenTime);
        inquiry.Resolution().Within(Whole(map.BusinessTarget), map.Hours).Named(BusinessTime);
    }

    /// <summary>
    /// Clocks have targets of whole seconds. Which cases have passed the target is told from their time, and the target as it was given.
    /// </summary>
    private static TimeSpan Whole(TimeSpan? target) =>
        target is { } given ? TimeSpan.FromSeconds(Math.Max(1, Math.Floor(given.TotalSeconds))) : Never;

    private static void Lead(StateScope scope)
    {
        scope.On(EventOf(Meaning.Worked)).GoTo(Worked);
        scope.On(EventOf(Meaning.Answered)).GoTo(Answered);
        scope.On(EventOf(Meaning.Waits)).GoTo(Waits);
    }
}
