using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Email.Signing;

/// <summary>The host's DKIM keys, read once.</summary>
/// <remarks>Thread-safe. What can't be read is a fault at the start (<see cref="EmailOptionsValidator"/>) and is not among them.</remarks>
internal sealed class DkimKeys(IOptions<EmailOptions> options)
{
    private readonly DkimKey[] keys = [.. options.Value.Dkim.Select(key => DkimKey.Read(key, out _)).OfType<DkimKey>()];

    /// <summary>The keys that sign mail from a domain: all of the domain that is nearest to it.</summary>
    public IReadOnlyList<DkimKey> For(string domain) =>
        [
            .. keys.Where(key => key.IsFor(domain))
                .GroupBy(key => key.Domain, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(nearest => nearest.Key.Length)
                .FirstOrDefault()
                ?? Enumerable.Empty<DkimKey>(),
        ];
}
