using System.Globalization;

namespace CustomerTouchpoints.Touchpoints.Digests;

/// <summary>
/// How a digest is called: <c>customer:ana~daily~order/1042:7~email</c>. Its occurrence says which journey carries it, and its order there,
/// so that it is unique and found again.
/// </summary>
internal static class DigestNames
{
    private const char Separator = ':';

    public static TouchpointId Of(DigestContents contents, JourneyId carrier, long order, Channel route) =>
        TouchpointId.Of(
            contents.Owner,
            contents.Digest,
            string.Create(CultureInfo.InvariantCulture, $"{carrier}{Separator}{order}"),
            route
        );

    /// <summary>The journey that carries a touchpoint, and its own where it is of a journey; null where none does.</summary>
    public static JourneyId? CarrierOf(TouchpointId touchpoint)
    {
        if (touchpoint.Customer is null)
        {
            return touchpoint.Journey;
        }

        int end = touchpoint.Occurrence.LastIndexOf(Separator);
        string journey = end > 0 ? touchpoint.Occurrence[..end] : "";
        return journey.Contains('/', StringComparison.Ordinal) && long.TryParse(touchpoint.Occurrence.AsSpan(end + 1), out _)
            ? JourneyId.Parse(journey)
            : default(JourneyId?);
    }
}
