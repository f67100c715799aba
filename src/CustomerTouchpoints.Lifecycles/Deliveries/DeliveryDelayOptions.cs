namespace CustomerTouchpoints.Lifecycles.Deliveries;

/// <summary>How often a customer hears of a delivery that is late.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class DeliveryDelayOptions : LifecycleOptions
{
    /// <summary>How long it may be quiet while a delivery is late and there is no new date. Default: 1 day.</summary>
    public TimeSpan UpdateEvery { get; set; } = TimeSpan.FromDays(1);

    /// <summary>How many such updates there are at most: then somebody has to talk to the customer. Default: 14.</summary>
    public int MostUpdates { get; set; } = 14;
}
