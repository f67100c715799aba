namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>What a group's waits say at an instant: how long they last, and what earlier estimates of them were worth.</summary>
internal static class WaitCurves
{
    /// <summary>So many ends say how long waits last: fewer say little, and more come from a desk that was another one.</summary>
    private const int Ends = 100;

    private const int CalibratingEnds = 150;
    private const int LeastCalibrating = 20;
    private const double Instant = 1e-9;
    private const double GoldenRatio = 0.618033988749895;

    /// <summary>How long waits last, by how often those of an age have ended lately.</summary>
    public static WaitLengths Lengths(WaitGroup group, DateTimeOffset at)
    {
        DateTimeOffset since = group.Since(Ends);
        return new WaitLengths(
            SurvivalCurve.Of(
                group
                    .Waits.Where(wait => (wait.EndedAt ?? at) >= since)
                    .Select(wait => new AtRisk(SecondsBefore(wait, since), wait.SecondsBy(at), wait.EndedAt is not null))
            )
        );
    }

    /// <summary>
    /// At which share of its estimate each of the desk's waits ended, or is by now: were estimates right, those shares would be spread
    /// evenly. Null while too few have ended to say.
    /// </summary>
    public static SurvivalCurve? Shares(WaitGroup desk, DateTimeOffset at)
    {
        DateTimeOffset since = desk.Since(CalibratingEnds);
        List<AtRisk> shares = [];
        int number = 0;
        foreach (Wait wait in desk.Waits)
        {
            if (wait.Estimate is { } estimate && (wait.EndedAt ?? at) >= since)
            {
                bool ended = wait.EndedAt is not null;
                double from = estimate.SharesAt(SecondsBefore(wait, since)).By;
                (double before, double by) = estimate.SharesAt(wait.SecondsBy(at));
                double to = ended ? before + ((by - before) * Spread(number)) : by;
                number++;
                if (to > from || ended)
                {
                    shares.Add(new AtRisk(Math.Min(from, to - Instant), to, ended));
                }
            }
        }

        return shares.Count(share => share.Ended) < LeastCalibrating ? null : SurvivalCurve.Of(shares);
    }

    /// <summary>The seconds by which a share is solved, where estimates so far tell which share that was.</summary>
    public static double SecondsAt(WaitLengths lengths, SurvivalCurve? shares, double share) =>
        lengths.SecondsAt(shares is null ? share : shares.LengthAt(share) ?? Beyond(shares, share));

    /// <summary>Where many last exactly as long, each stands for another part of the shares between.</summary>
    private static double Spread(int number) => (number * GoldenRatio) % 1;

    private static double Beyond(SurvivalCurve shares, double share) =>
        shares.Longest + ((1 - shares.Longest) * (share - (1 - shares.Remainder)) / shares.Remainder);

    /// <summary>How long it had waited when the span began in which ends count.</summary>
    private static double SecondsBefore(Wait wait, DateTimeOffset since) => Math.Max(0, (since - wait.OpenedAt).TotalSeconds);
}
