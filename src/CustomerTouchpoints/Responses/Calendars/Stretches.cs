namespace CustomerTouchpoints.Responses.Calendars;

/// <summary>Sets of time. What comes out is in order, without overlaps, and nothing in it touches its neighbour.</summary>
internal static class Stretches
{
    public static List<Stretch> Union(IEnumerable<Stretch> any)
    {
        var union = new List<Stretch>();
        foreach (Stretch next in any.Where(stretch => stretch.From < stretch.To).OrderBy(stretch => stretch.From))
        {
            if (union.Count > 0 && next.From <= union[^1].To)
            {
                union[^1] = union[^1] with { To = Math.Max(union[^1].To, next.To) };
            }
            else
            {
                union.Add(next);
            }
        }

        return union;
    }

    /// <summary>What two sets have in common.</summary>
    public static List<Stretch> Common(IReadOnlyList<Stretch> some, IReadOnlyList<Stretch> others)
    {
        var common = new List<Stretch>();
        for (int i = 0, j = 0; i < some.Count && j < others.Count; )
        {
            var both = new Stretch(Math.Max(some[i].From, others[j].From), Math.Min(some[i].To, others[j].To));
            if (both.From < both.To)
            {
                common.Add(both);
            }

            _ = some[i].To < others[j].To ? i++ : j++;
        }

        return common;
    }

    /// <summary>A set without another.</summary>
    public static List<Stretch> Without(IReadOnlyList<Stretch> some, IReadOnlyList<Stretch> others)
    {
        var complement = new List<Stretch>(others.Count + 1);
        long from = long.MinValue;
        foreach (Stretch other in others)
        {
            complement.Add(new Stretch(from, other.From));
            from = other.To;
        }

        complement.Add(new Stretch(from, long.MaxValue));
        return Common(some, complement);
    }
}
