namespace CustomerTouchpoints.Touchpoints;

/// <summary>How much added value a customer gets at most, over all journeys, messages and blocks.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class AddedValueOptions
{
    /// <summary>How many blocks at most. From 1 to 64. Default 1.</summary>
    public int AtMost { get; set; } = 1;

    /// <summary>Within which span: it rolls, and ends with the present. Above zero, at most 366 days. Default seven days.</summary>
    public TimeSpan Within { get; set; } = TimeSpan.FromDays(7);
}
