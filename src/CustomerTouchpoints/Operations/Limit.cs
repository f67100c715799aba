using System.Globalization;

namespace CustomerTouchpoints.Operations;

/// <summary>How many attempts may begin behind a scope within a window of time. Windows follow each other on the clock, in UTC.</summary>
/// <param name="Scope">A channel or a rule.</param>
/// <param name="Window">How long a window is.</param>
/// <param name="Most">The most attempts within one.</param>
/// <param name="NeedsApproval">Whether what goes beyond waits for an operator, rather than for the next window.</param>
internal sealed record Limit(SwitchScope Scope, TimeSpan Window, int Most, bool NeedsApproval)
{
    /// <summary>Who has paused a rule that sends more than it may without approval.</summary>
    public const string Threshold = "threshold";

    /// <summary>The name under which a store counts.</summary>
    public string Key => KeyOf(Scope, NeedsApproval);

    public static string KeyOf(SwitchScope scope, bool needsApproval) => $"{scope} {(needsApproval ? "approval" : "budget")}";

    /// <summary>When the window began that an instant lies in.</summary>
    public DateTimeOffset WindowOf(DateTimeOffset instant) => new(instant.UtcTicks - (instant.UtcTicks % Window.Ticks), TimeSpan.Zero);

    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Scope} {(NeedsApproval ? "asks for approval above" : "at most")} {Most} in {Window:c}"
        );
}
