namespace CustomerTouchpoints.Lifecycles.Guides;

/// <summary>When the guides to what was bought are sent.</summary>
/// <remarks>Filled in once, when the lifecycle is added; what is wrong is refused when the host starts.</remarks>
public sealed class GuideOptions : LifecycleOptions
{
    /// <summary>
    /// Where the guides lie: a folder for each product, named as <see cref="ProductDelivered.Product"/>, beside the application's binaries.
    /// Each template of a folder is a guide, in the order of their names. Null, the default, for none: each product gets
    /// <c>guide-how-is-it</c>.
    /// </summary>
    public string? Folder { get; set; }

    /// <summary>How long after the delivery the first guide is sent. Default: 2 days.</summary>
    public TimeSpan FirstAfter { get; set; } = TimeSpan.FromDays(2);

    /// <summary>How long after a guide the next one is sent. Default: 7 days.</summary>
    public TimeSpan Every { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// What kind of message a guide is. Default: <see cref="CustomerTouchpoints.Category.Promotional"/>, which leaves only with consent.
    /// <see cref="CustomerTouchpoints.Category.Service"/> where it belongs to what was bought.
    /// </summary>
    public Category Category { get; set; } = Category.Promotional;
}
