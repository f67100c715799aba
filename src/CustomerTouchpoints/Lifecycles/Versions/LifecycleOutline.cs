using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace CustomerTouchpoints.Lifecycles.Versions;

/// <summary>
/// What a store remembers of a version of a lifecycle: enough to tell two definitions apart, and to carry journeys on when its class is
/// gone.
/// </summary>
/// <param name="Line">The states of the line, in order.</param>
/// <param name="Words">Every name, shape and timing of the definition, one a line; nothing of what guards and conditions do.</param>
internal sealed record LifecycleOutline(IReadOnlyList<string> Line, IReadOnlyList<string> Words)
{
    /// <summary>Nothing is known of the version.</summary>
    public static LifecycleOutline Empty { get; } = new([], []);

    /// <summary>
    /// Calendars, in the same words, that the version named before it was changed under its number: clocks have run under them.
    /// </summary>
    public IReadOnlyList<string>? FormerCalendars { get; init; }

    /// <summary>A hash of the words.</summary>
    [JsonIgnore]
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', Words))).AsSpan(0, 16));

    /// <summary>What differs from an earlier outline, in words: what is no more, and what is new.</summary>
    public string Differences(LifecycleOutline before)
    {
        string[] gone = [.. before.Words.Except(Words).Select(word => $"no more: {word}")];
        string[] added = [.. Words.Except(before.Words).Select(word => $"new: {word}")];
        return gone.Length + added.Length == 0 ? "the order of its sentences" : string.Join("; ", gone.Concat(added));
    }
}
