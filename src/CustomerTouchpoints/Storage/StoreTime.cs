namespace CustomerTouchpoints.Storage;

/// <summary>The engine's clock: that of the store where hosts share one, else the host's. Waiting and stopwatches are the host's.</summary>
internal sealed class StoreTime(ITouchpointStore store, TimeProvider host) : TimeProvider
{
    public override long TimestampFrequency => host.TimestampFrequency;

    public override TimeZoneInfo LocalTimeZone => host.LocalTimeZone;

    public override DateTimeOffset GetUtcNow() => (store.Time ?? host).GetUtcNow();

    public override long GetTimestamp() => host.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        host.CreateTimer(callback, state, dueTime, period);
}
