namespace CustomerTouchpoints.Reasons;

/// <summary>What became of a timer, and why.</summary>
internal static class TimerReasons
{
    public static readonly ReasonKind Moved = new("moved-after", "{from} → {to}, after {span}");

    public static readonly ReasonKind Gone = new("timer-gone", "the lifecycle no longer has what this timer was for");

    public static readonly ReasonKind ToldLately = new("told-lately", "not quiet for long enough: something was told at {at:u}");

    public static readonly ReasonKind OnItsWay = new("on-its-way", "not quiet: something is on its way");

    public static readonly ReasonKind StillOnItsWay = new("still-on-its-way", "the message before is still on its way");

    public static readonly ReasonKind TimeToTell = new("time-to-tell", "time to say where things stand ({count} of at most {most})");

    public static readonly ReasonKind TimeOfDay = new("time-of-day", "its time of day has come");

    public static readonly ReasonKind RuleDeclined = new("rule-declined", "the rule declined");

    public static IReadOnlyList<ReasonKind> All => [Moved, Gone, ToldLately, OnItsWay, StillOnItsWay, TimeToTell, TimeOfDay, RuleDeclined];
}
