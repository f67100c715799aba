using System.Text.Json.Serialization;
using CustomerTouchpoints.Load.Contenders;

namespace CustomerTouchpoints.Load.Work;

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
    double OursCpuUs,
    double PeerCpuUs,
    double OursBytes,
    double PeerBytes,
    double RawPerSecond,
    double RawShare)
{
    [JsonIgnore]
    public required DurableRows OursRows { get; init; }

    [JsonIgnore]
    public required DurableRows PeerRows { get; init; }

    public static Measurement Of(int callers, IReadOnlyList<(Round Ours, Round Peer)> rounds, double raw)
    {
        double ours = Median(rounds.Select(pair => pair.Ours.PerSecond));
        double[] ratios = [.. rounds.Select(pair => pair.Ours.PerSecond / pair.Peer.PerSecond)];
        double ratio = Median(ratios);
        double[] latencies = [.. rounds.SelectMany(pair => pair.Ours.Latencies).Select(latency => latency.TotalMilliseconds).Order()];
        return new Measurement(
            "W1",
            "sqlite-full",
            "by-hand",
            callers,
            Math.Round(ours),
            Math.Round(Median(rounds.Select(pair => pair.Peer.PerSecond))),
            Math.Round(ratio, 2),
            Math.Round(latencies[latencies.Length / 2], 2),
            Math.Round(latencies[(int)(latencies.Length * 0.99)], 2),
            Math.Round((ratios.Max() - ratios.Min()) / ratio, 2),
            Math.Round(Median(rounds.Select(pair => pair.Ours.ProcessorTime.TotalMicroseconds))),
            Math.Round(Median(rounds.Select(pair => pair.Peer.ProcessorTime.TotalMicroseconds))),
            Median(rounds.Select(pair => (double)pair.Ours.Allocated)),
            Median(rounds.Select(pair => (double)pair.Peer.Allocated)),
            Math.Round(raw),
            Math.Round(ours / raw, 3))
        {
            OursRows = rounds[^1].Ours.Rows,
            PeerRows = rounds[^1].Peer.Rows,
        };
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
