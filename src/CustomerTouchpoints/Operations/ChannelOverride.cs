namespace CustomerTouchpoints.Operations;

/// <summary>What is set for one channel.</summary>
public sealed class ChannelOverride
{
    /// <summary>
    /// The most attempts that may begin within one hour of the clock; what goes beyond waits for the next hour. Null means no budget.
    /// </summary>
    public int? HourlyBudget { get; set; }
}
