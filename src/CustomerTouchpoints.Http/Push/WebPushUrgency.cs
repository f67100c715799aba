namespace CustomerTouchpoints.Http.Push;

/// <summary>How urgent a message is to a device that saves its battery (RFC 8030, 5.3).</summary>
public enum WebPushUrgency
{
    /// <summary>It waits until the device is on power and on Wi-Fi.</summary>
    VeryLow,

    /// <summary>It waits until the device is on power or on Wi-Fi.</summary>
    Low,

    /// <summary>It comes unless the battery is low.</summary>
    Normal,

    /// <summary>It comes at once.</summary>
    High,
}
