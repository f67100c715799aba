namespace CustomerTouchpoints.Touchpoints;

/// <summary>That a message tells what messages of other rules tell as well: the same fact, to whoever plays their roles.</summary>
/// <param name="Others">Those that stand for it once they have told it.</param>
internal sealed record SameFact(IReadOnlyList<OtherTelling> Others)
{
    /// <summary>Whether any of them is to leave rather than this one.</summary>
    public bool StandsBack()
    {
        for (int i = 0; i < Others.Count; i++)
        {
            if (Others[i].GoesFirst)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A message among them, or null.</summary>
    public OtherTelling? Find(long order)
    {
        for (int i = 0; i < Others.Count; i++)
        {
            if (Others[i].Order == order)
            {
                return Others[i];
            }
        }

        return null;
    }

    /// <summary>Whether a customer was told it already by one of them.</summary>
    public bool IsToldTo(CustomerId? customer)
    {
        for (int i = 0; i < Others.Count; i++)
        {
            if (Others[i].Told is { } told && told.Customer == customer)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After one of them has told it.</summary>
    public SameFact After(long order, ToldFact told) =>
        new([.. Others.Select(other => other.Order == order ? other with { Told = told } : other)]);
}
