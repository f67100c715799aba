using System.Text.Json.Serialization;
using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Works;

/// <summary>What several alternating rounds at one number of callers came to: medians, and the spread of the ratio.</summary>
internal sealed record Measurement(
    string Work,
    string Store,
    string Peer,
    int Callers,
    double OursPerSecond,
    double PeerPerSecond,
    double Ratio,
    double OursP50Ms,
    double OursP99Ms,
    double Spread,
    double PeerP99Ms,
    double OursCpuUs,
    double PeerCpuUs,
    double OursBytes,
    double PeerBytes,
    double? Wanted,
    double? RawPerSecond,
    double? RawShare
)
{
    [JsonIgnore]
    public required DurableRows OursRows { get; init; }

    [JsonIgnore]
    public required DurableRows PeerRows { get; init; }

    /// <summary>Whether both sides have written the same.</summary>
    [JsonIgnore]
    public required bool IsEven { get; init; }

    public static Measurement Of(IWork work, int callers, IReadOnlyList<(Round Ours, Round Peer)> rounds, double? raw)
    {
        double ours = Median(rounds.Select(pair => pair.Ours.PerSecond));
        double[] ratios = [.. rounds.Select(pair => pair.Ours.PerSecond / pair.Peer.PerSecond)];
        double ratio = Median(ratios);
        TimeSpan[] latencies = [.. rounds.SelectMany(pair => pair.Ours.Latencies).Order()];
        return new Measurement(
            work.Name,
            work.Store,
            work.Peer,
            callers,
            Math.Round(ours),
            Math.Round(Median(rounds.Select(pair => pair.Peer.PerSecond))),
            Math.Round(ratio, 2),
            At(latencies, 0.5),
            At(latencies, 0.99),
            Math.Round((ratios.Max() - ratios.Min()) / ratio, 2),
            At([.. rounds.SelectMany(pair => pair.Peer.Latencies).Order()], 0.99),
            Math.Round(Median(rounds.Select(pair => pair.Ours.ProcessorTime.TotalMicroseconds))),
            Math.Round(Median(rounds.Select(pair => pair.Peer.ProcessorTime.TotalMicroseconds))),
            Median(rounds.Select(pair => (double)pair.Ours.Allocated)),
            Median(rounds.Select(pair => (double)pair.Peer.Allocated)),
            work.Wanted(callers),
            raw is { } ceiling ? Math.Round(ceiling) : null,
            raw is { } most ? Math.Round(ours / most, 3) : null
        )
        {
            OursRows = rounds[^1].Ours.Rows,
            PeerRows = rounds[^1].Peer.Rows,
            IsEven = rounds.All(pair => pair.Ours.Rows == pair.Peer.Rows),
        };
    }

    private static double At(TimeSpan[] sorted, double share) => Math.Round(sorted[(int)(sorted.Length * share)].TotalMilliseconds, 2);

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
