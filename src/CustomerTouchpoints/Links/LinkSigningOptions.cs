namespace CustomerTouchpoints.Links;

/// <summary>Where the links of messages lead, and how they are signed.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed. Checked when the host starts.</remarks>
public sealed class LinkSigningOptions
{
    /// <summary>
    /// Where the pages are, as customers reach them: an absolute https URL without a query, such as <c>https://shop.example/my</c>;
    /// http only on this machine. No link is ever made of what a request says of its host.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// The keys, the same on all hosts. The first one signs, each one verifies. To change keys, put the new one first and take the old one
    /// out once its links have expired; with several hosts, first put the new one last on each.
    /// </summary>
    public IList<LinkKey> Keys { get; } = [];

    /// <summary>How long links work, rounded up to a whole day in UTC. From a day to ten years. Default 180 days.</summary>
    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(180);

    /// <summary>
    /// How long links work that unsubscribe: people do it from old messages. From 60 days to ten years. Default two years.
    /// </summary>
    public TimeSpan UnsubscribeLifetime { get; set; } = TimeSpan.FromDays(730);

    /// <summary>Adds a key after those that are there.</summary>
    /// <param name="id">Its name, see <see cref="LinkKey.Id"/>.</param>
    /// <param name="secret">Its bytes in Base64, see <see cref="LinkKey.Secret"/>.</param>
    /// <returns>These options.</returns>
    public LinkSigningOptions AddKey(string id, string secret)
    {
        Keys.Add(new LinkKey { Id = id, Secret = secret });
        return this;
    }
}
