namespace CustomerTouchpoints;

/// <summary>What becomes of an event that is raised while <see cref="TouchpointsOptions.MaxPendingBytes"/> of others wait.</summary>
public enum BusyPolicy
{
    /// <summary>
    /// It waits for its turn, and so does whoever awaits it. When four times as much waits in this way, further ones are refused.
    /// </summary>
    Wait,

    /// <summary>It is refused with a <see cref="TouchpointsBusyException"/>.</summary>
    Refuse,
}
