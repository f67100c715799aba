namespace CustomerTouchpoints.Load.Sleeping;

/// <summary>The machine's clock, a while ago.</summary>
internal sealed class ShiftedTime(TimeSpan ago) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - ago;
}
