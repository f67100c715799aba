namespace CustomerTouchpoints.Reasons;

/// <summary>Why a response clock runs, pauses or ends, and what it came to; and what became of promises.</summary>
internal static class ClockReasons
{
    public static readonly ReasonKind Asked = new("asked", "asked");

    public static readonly ReasonKind Answered = new("answered", "answered");

    public static readonly ReasonKind Told = new("told", "told");

    public static readonly ReasonKind CustomerWrote = new("customer-wrote", "the customer has written");

    public static readonly ReasonKind CustomerWaits = new("customer-waits", "the customer waits for us");

    public static readonly ReasonKind WeWait = new("we-wait", "we wait for the customer[ in {state}]");

    public static readonly ReasonKind WorkedOn = new("worked-on", "worked on in {state}");

    public static readonly ReasonKind NotWorkedOn = new("not-worked-on", "not worked on in {state}");

    public static readonly ReasonKind SolvedIn = new("solved-in", "solved in {state}");

    public static readonly ReasonKind SolvedUnanswered = new("solved-unanswered", "solved in {state} without an answer");

    public static readonly ReasonKind Reopened = new("reopened", "reopened");

    public static readonly ReasonKind UnderTarget = new("under-target", "under target {target} of version {version}");

    public static readonly ReasonKind UnderChangedTarget = new(
        "under-changed-target",
        "under target {target} of version {version} as it is now"
    );

    public static readonly ReasonKind TargetsChanged = new(
        "targets-changed",
        "version {version} has other targets or calendars by now, and the clocks follow them"
    );

    public static readonly ReasonKind NoTarget = new("no-target", "no target holds for it any more");

    public static readonly ReasonKind Gone = new("clock-gone", "the lifecycle no longer has it");

    public static readonly ReasonKind UpdateDue = new("update-due", "time to say where things stand");

    public static readonly ReasonKind UpdateDueAgain = new(
        "update-due-again",
        "the update before did not leave: time again to say where things stand"
    );

    public static readonly ReasonKind Warned = new("share-used", "{share:P0} of {budget} is used");

    public static readonly ReasonKind WarnedTold = new(
        "share-used-told",
        "{share:P0} of {budget} is used; what is due already tells it as well"
    );

    public static readonly ReasonKind Breached = new("used-up", "{budget} is used up");

    public static readonly ReasonKind PromiseBroken = new("promise-broken", "{promise} was promised by {by:u}");

    public static IReadOnlyList<ReasonKind> All =>
        [
            Asked,
            Answered,
            Told,
            CustomerWrote,
            CustomerWaits,
            WeWait,
            WorkedOn,
            NotWorkedOn,
            SolvedIn,
            SolvedUnanswered,
            Reopened,
            UnderTarget,
            UnderChangedTarget,
            TargetsChanged,
            NoTarget,
            Gone,
            UpdateDue,
            UpdateDueAgain,
            Warned,
            WarnedTold,
            Breached,
            PromiseBroken,
        ];
}
