namespace CustomerTouchpoints.Load.Contenders;

/// <summary>One side of the comparison of timers that are due at once.</summary>
internal interface IDueContender : IAsyncDisposable
{
    /// <summary>When each timer that has fired was durably done with.</summary>
    FiredLog Fired { get; }

    /// <summary>Sets so many timers for one instant, which is still to come when it is done, and says which.</summary>
    Task<DateTimeOffset> SetAsync(int timers);

    /// <summary>Counts what was written.</summary>
    Task<DurableRows> CountAsync();
}
