using System.Globalization;

namespace CustomerTouchpoints.Storage;

/// <summary>
/// A store that went back: it was opened, and held less than it had once committed, as after a backup was restored. What it had sent in
/// between, it knows nothing of.
/// </summary>
/// <param name="From">The latest instant that it still knows of; null when it knows nothing.</param>
/// <param name="Until">The instant until which it may have sent, by the clock that it is due by.</param>
public sealed record StoreSetback(DateTimeOffset? From, DateTimeOffset Until)
{
    /// <summary>From when to when it went back, in words.</summary>
    public override string ToString() =>
        From is { } from
            ? string.Create(CultureInfo.InvariantCulture, $"the store went back from {Until:u} to {from:u}")
            : string.Create(CultureInfo.InvariantCulture, $"the store went back from {Until:u} to before its first entry");
}
