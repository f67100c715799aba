namespace CustomerTouchpoints.Inquiries.Estimates;

/// <summary>
/// Which share has ended by which length: the product-limit estimator of Kaplan and Meier, of stretches that may begin late and may not
/// have ended. What lasts still counts for as long as it has lasted, so that short waits are not all that is seen.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class SurvivalCurve
{
    private readonly double[] lengths;
    private readonly double[] survivals;

    private SurvivalCurve(double[] lengths, double[] survivals, int endings)
    {
        this.lengths = lengths;
        this.survivals = survivals;
        Endings = endings;
    }

    /// <summary>How many endings it is made of.</summary>
    public int Endings { get; }

    /// <summary>The longest ending that was seen; 0 without any.</summary>
    public double Longest => lengths.Length == 0 ? 0 : lengths[^1];

    /// <summary>The share that lasts longer than the longest ending that was seen.</summary>
    public double Remainder => survivals.Length == 0 ? 1 : survivals[^1];

    public static SurvivalCurve Of(IEnumerable<AtRisk> watched)
    {
        AtRisk[] byEnd = [.. watched.OrderBy(stretch => stretch.To)];
        double[] begins = [.. byEnd.Select(stretch => stretch.From).Order()];
        List<double> lengths = [];
        List<double> survivals = [];
        double survival = 1;
        int begun = 0;
        int endings = 0;
        for (int i = 0; i < byEnd.Length; )
        {
            double length = byEnd[i].To;
            int left = i;
            int ended = 0;
            for (; i < byEnd.Length && byEnd[i].To == length; i++)
            {
                ended += byEnd[i].Ended ? 1 : 0;
            }

            // What ends at once was under watch from zero on as well.
            for (; begun < begins.Length && (begins[begun] < length || (length == 0 && begins[begun] <= 0)); begun++) { }

            if (ended > 0)
            {
                survival *= 1 - ((double)ended / Math.Max(begun - left, ended));
                endings += ended;
                lengths.Add(length);
                survivals.Add(survival);
            }
        }

        return new SurvivalCurve([.. lengths], [.. survivals], endings);
    }

    /// <summary>The share that has ended by a length.</summary>
    public double ShareBy(double length)
    {
        int place = Array.BinarySearch(lengths, length);
        return ShareOf(place >= 0 ? place : ~place - 1);
    }

    /// <summary>The share that has ended before a length.</summary>
    public double ShareBefore(double length)
    {
        int place = Array.BinarySearch(lengths, length);
        return ShareOf((place >= 0 ? place : ~place) - 1);
    }

    /// <summary>The length by which a share has ended; null where it lies beyond the longest ending that was seen.</summary>
    public double? LengthAt(double share)
    {
        for (int i = 0; i < lengths.Length; i++)
        {
            if (1 - survivals[i] >= share)
            {
                return lengths[i];
            }
        }

        return null;
    }

    private double ShareOf(int place) => place < 0 ? 0 : 1 - survivals[place];
}
