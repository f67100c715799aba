using System.Text.Json;

namespace CustomerTouchpoints.Channels.Rates;

/// <summary>A ledger as it lies in a store.</summary>
/// <param name="Leases">Of each lease its term, how many, from when and until when: ticks of UTC.</param>
/// <param name="Uses">Of each use how many, and when they are free again.</param>
internal sealed record RateText(long[][] Leases, long[][] Uses)
{
    public static string Of(RateLedger ledger) =>
        JsonSerializer.Serialize(
            new RateText(
                [.. ledger.Leases.Select(lease => (long[])[lease.Term, lease.Count, lease.From.UtcTicks, lease.Until.UtcTicks])],
                [.. ledger.Uses.Select(use => (long[])[use.Count, use.FreeAt.UtcTicks])]
            ),
            RateJson.Default.RateText
        );

    /// <summary>The ledger of a text; an empty one where there is none yet.</summary>
    public static RateLedger ToLedger(string? text) =>
        string.IsNullOrEmpty(text) ? RateLedger.Empty
        : JsonSerializer.Deserialize(text, RateJson.Default.RateText) is { } read
            ? new RateLedger(
                [.. read.Leases.Select(lease => new RateLease(lease[0], checked((int)lease[1]), InUtc(lease[2]), InUtc(lease[3])))],
                [.. read.Uses.Select(use => new RateUse(checked((int)use[0]), InUtc(use[1])))]
            )
        : throw new JsonException("A ledger of a rate is null.");

    private static DateTimeOffset InUtc(long ticks) => new(ticks, TimeSpan.Zero);
}
