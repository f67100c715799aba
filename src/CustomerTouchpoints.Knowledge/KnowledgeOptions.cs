namespace CustomerTouchpoints.Knowledge;

/// <summary>How articles are kept and suggested.</summary>
/// <remarks>Set once, while the host is composed.</remarks>
public sealed class KnowledgeOptions
{
    /// <summary>After how long an article should be read again that says nothing itself. Default 180 days.</summary>
    public TimeSpan ReviewEvery { get; set; } = TimeSpan.FromDays(180);

    /// <summary>From which confidence on an article is suggested, 0 to 1. Default 0.7, which was right in more than 90 %.</summary>
    public double SuggestFrom { get; set; } = 0.7;
}
