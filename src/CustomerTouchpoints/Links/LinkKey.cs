namespace CustomerTouchpoints.Links;

/// <summary>A key that links are signed with, and the name by which a link says which one it was.</summary>
/// <remarks>Not thread-safe: it is filled once, while the host's services are composed.</remarks>
public sealed class LinkKey
{
    /// <summary>The key's name, such as <c>2026-11</c>: 1 to 32 letters, digits, dots, hyphens. It is in each link, readable.</summary>
    public string Id { get; set; } = "";

    /// <summary>32 to 128 random bytes in Base64, as <c>openssl rand -base64 32</c> makes them.</summary>
    public string Secret { get; set; } = "";
}
