namespace CustomerTouchpoints.Reasons;

/// <summary>What the gate answered, and why.</summary>
internal static class GateReasons
{
    public static readonly ReasonKind Paused = new("paused", "{scope} is paused since {since:u} by {by}: {words}");

    public static readonly ReasonKind Discarded = new(
        "discarded",
        "{scope}: everything planned until {until:u} was discarded by an operator"
    );

    public static readonly ReasonKind ClockSetBack = new("clock-set-back", "the clock was ahead and was set back: the gate is asked anew");

    public static readonly ReasonKind SwitchesChanged = new("switches-changed", "the switches have changed: the gate is asked anew");

    public static readonly ReasonKind ClockEnded = new("clock-ended", "the clock {clock} has ended");

    public static readonly ReasonKind PromiseOver = new(
        "promise-over",
        "what was promised as {promise} has come, or is not waited for any more"
    );

    public static readonly ReasonKind Stale = new("stale", "stale: due {due:u}, and not worth telling after {after}");

    public static readonly ReasonKind RampsUp = new("ramps-up", "long overdue: after a sleep, sending ramps up");

    public static readonly ReasonKind ChannelDown = new("channel-down", "{channel} is down[: {details}]");

    public static readonly ReasonKind RateReached = new("rate-reached", "{scope} sends at most {most} in {within}: it waits for its turn");

    public static readonly ReasonKind ChannelUp = new("channel-up", "{channel} takes messages again");

    public static readonly ReasonKind ProfileUnavailable = new("profile-unavailable", "profile unavailable: {because}");

    public static readonly ReasonKind DirectoryLate = new("directory-late", "the customer directory did not answer in time");

    public static readonly ReasonKind DirectoryFailed = new("directory-failed", "the customer directory failed with {exception}");

    public static readonly ReasonKind DirectorySilent = new("directory-silent", "the customer directory returned nothing");

    public static readonly ReasonKind CustomerMalformed = new(
        "customer-malformed",
        "what the directory says of the customer can't be used: {fault}"
    );

    public static readonly ReasonKind CustomerSpoilsPage = new(
        "customer-spoils-page",
        "the directory answers for others, and not when it is asked of this customer: {because}"
    );

    public static readonly ReasonKind CustomerNotFound = new("customer-not-found", "the directory does not know the customer");

    public static readonly ReasonKind NoPromotions = new("no-promotions", "the customer has not agreed to promotional messages");

    public static readonly ReasonKind NoAddress = new("no-address", "the customer has no address for {channels}");

    public static readonly ReasonKind QuietHours = new("quiet-hours", "it is quiet where the customer lives, until {until:u}");

    public static readonly ReasonKind InQuietHours = new(
        "attempt-in-quiet-hours",
        "attempt {attempt} by {channel}, though it is quiet: {because}"
    );

    public static readonly ReasonKind AtAnyHour = new("at-any-hour", "its rule lets it go at any hour");

    public static readonly ReasonKind HasJustWritten = new("has-just-written", "the customer has just written, at {at:u}");

    public static readonly ReasonKind WaitsForAnswer = new("waits-for-answer", "the customer has waited for an answer since {since:u}");

    public static readonly ReasonKind CapReached = new(
        "cap-reached",
        "the customer gets at most {most}[ {topic}] messages[ by {channel}] in {within}: it waits for room"
    );

    public static readonly ReasonKind OthersFirst = new("others-first", "others wait for room under the caps before it");

    public static readonly ReasonKind TooManyWait = new("too-many-wait", "{count} messages wait for room under the caps already");

    public static readonly ReasonKind BudgetSpent = new("budget-spent", "the budget is spent: {scope} at most {most} in {window}");

    public static readonly ReasonKind NeedsApproval = new(
        "needs-approval",
        "held for approval: {scope} asks for approval above {most} in {window}"
    );

    public static IReadOnlyList<ReasonKind> All =>
        [
            Paused,
            Discarded,
            ClockSetBack,
            SwitchesChanged,
            ClockEnded,
            PromiseOver,
            Stale,
            RampsUp,
            ChannelDown,
            RateReached,
            ChannelUp,
            ProfileUnavailable,
            DirectoryLate,
            DirectoryFailed,
            DirectorySilent,
            CustomerMalformed,
            CustomerSpoilsPage,
            CustomerNotFound,
            NoPromotions,
            NoAddress,
            QuietHours,
            InQuietHours,
            AtAnyHour,
            HasJustWritten,
            WaitsForAnswer,
            CapReached,
            OthersFirst,
            TooManyWait,
            BudgetSpent,
            NeedsApproval,
        ];
}
