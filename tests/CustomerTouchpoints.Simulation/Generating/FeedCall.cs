namespace CustomerTouchpoints.Simulation.Generating;

/// <summary>One report of a fact to one host.</summary>
internal sealed class FeedCall(FeedItem item) : Caller
{
    private Task<RaiseResult>? raising;

    public FeedItem Item { get; } = item;

    /// <summary>What the caller heard; null when it heard a fault, or nothing.</summary>
    public RaiseResult? Result => raising is { IsCompletedSuccessfully: true } ? raising.Result : null;

    protected override Task CallAsync(ICustomerTouchpoints touchpoints) => raising = touchpoints.RaiseAsync(Item.Event);
}
