namespace CustomerTouchpoints.Lifecycles.ECards;

/// <summary>How a card travels, and how long it waits to be opened.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class ECardOptions : LifecycleOptions
{
    /// <summary>
    /// By which channels the recipient gets the card and its reminder: the first one that can reach them. Default: email. The sender is
    /// told by <see cref="LifecycleOptions.Channels"/>.
    /// </summary>
    public IReadOnlyList<Channel> RecipientChannels { get; set; } = [Channel.Email];

    /// <summary>
    /// When the recipient of a card that was not opened is reminded, once, counted from when it left. Less than <see cref="WaitsFor"/>.
    /// Default: 3 days.
    /// </summary>
    public TimeSpan RemindAfter { get; set; } = TimeSpan.FromDays(3);

    /// <summary>
    /// When the sender hears that the card was not opened, counted from when it left. It can still be opened after that. Default: 14 days.
    /// </summary>
    public TimeSpan WaitsFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>When a card that could not leave is given up, and the sender hears so. Default: 3 days.</summary>
    public TimeSpan GivenUpAfter { get; set; } = TimeSpan.FromDays(3);
}
