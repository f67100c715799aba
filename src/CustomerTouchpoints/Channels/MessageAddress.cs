namespace CustomerTouchpoints.Channels;

/// <summary>A name and an address of our own side, as a message shows them.</summary>
/// <param name="Address">The address, such as <c>help@lumen.example</c>.</param>
/// <param name="Name">The name beside it, or null.</param>
public sealed record MessageAddress(string Address, string? Name = null);
