using System.Collections.Frozen;

namespace CustomerTouchpoints.Reasons;

/// <summary>Takes out of a reason what others have said in it: words of people, and of hosts' senders and providers.</summary>
internal static class ReasonErasure
{
    private const string Nothing = "…";

    /// <summary>
    /// The values that are free texts: a provider's reply may repeat an address. All others are codes, numbers, instants, names of a
    /// definition, or ids.
    /// </summary>
    private static readonly FrozenSet<string> FreeTexts = FrozenSet.Create("details", "words", "fault", "reference", "source", "text");

    /// <summary>The same reason without free texts; itself where it has none.</summary>
    public static Reason Erased(this Reason reason)
    {
        Reason? because = reason.Because?.Erased();
        KeyValuePair<string, string>[]? values = null;
        for (int i = 0; i < reason.Pairs.Length; i++)
        {
            (string name, string value) = reason.Pairs[i];
            if (value != Nothing && FreeTexts.Contains(name))
            {
                values ??= reason.Pairs.ToArray();
                values[i] = new(name, Nothing);
            }
        }

        return values is null && ReferenceEquals(because, reason.Because)
            ? reason
            : new Reason(reason.Code, values ?? reason.Pairs.ToArray(), because);
    }
}
