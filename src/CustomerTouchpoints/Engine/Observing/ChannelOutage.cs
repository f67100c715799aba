namespace CustomerTouchpoints.Engine.Observing;

/// <summary>A channel, or a provider of it, that does not work.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Since">When it first said so.</param>
/// <param name="Until">Until when it is left alone.</param>
/// <param name="Reason">What it said last.</param>
/// <param name="Provider">Which of its providers it is; null for the channel as a whole.</param>
internal sealed record ChannelOutage(Channel Channel, DateTimeOffset Since, DateTimeOffset Until, string? Reason, string? Provider = null)
{
    /// <summary>The channel's name, and the provider's.</summary>
    public string Name => Provider is null ? Channel.Name : $"{Channel.Name}/{Provider}";

    /// <summary>How long after its next try nobody can say any more that it is down: nothing wanted to go over it.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(5);

    /// <summary>Whether it still stands.</summary>
    public bool Lasts(DateTimeOffset now) => now < Until + Forgotten;
}
