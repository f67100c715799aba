namespace CustomerTouchpoints.Touchpoints;

/// <summary>That a message is a fallback: it stands by in case the one before it does not reach the customer.</summary>
/// <param name="Of">The order of the message before it.</param>
/// <param name="Unless">What must become of that one, so that this one is not needed.</param>
/// <param name="After">How long that one has, from when it was to be told, or from when it last may have left.</param>
/// <param name="Until">The end of that time: before it, this one does not leave.</param>
internal sealed record Standby(long Of, TouchpointEvent Unless, TimeSpan After, DateTimeOffset Until)
{
    /// <summary>Whether the message before it may have reached the customer: this one is then a possible repeat.</summary>
    public bool HasLeft { get; init; }

    /// <summary>Whether the message before it has reached the customer while this one was under way: it is not tried again.</summary>
    public bool IsNeedless { get; init; }
}
