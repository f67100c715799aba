using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Journeys;
using CustomerTouchpoints.Reasons;
using CustomerTouchpoints.Touchpoints.Digests;

namespace CustomerTouchpoints.Touchpoints.Gate;

/// <summary>Does it leave with others: then it waits until the window of its digest closes. What else is asked is asked then.</summary>
internal static class DigestQuestion
{
    public static GateAnswer.Later? Ask(Deliberation deliberation, OpenTouchpoint touchpoint)
    {
        if (
            touchpoint is not { InDigest: { } place, Attempts: 0 }
            || !deliberation.Settings.Digests.TryGetValue(place.Digest, out Digest? digest)
        )
        {
            return null;
        }

        DigestSeats seats = deliberation.CustomerOf(touchpoint.Customer!.Value).Digests;
        if (!place.IsSeated && seats.Waiting.Length >= DigestSeats.Most)
        {
            return null;
        }

        DateTimeOffset closes =
            place.ClosesAt
            ?? DigestWindows.ClosesAt(digest, touchpoint.Route, seats, deliberation.ZoneOf(touchpoint.Role), deliberation.Now);
        return closes > deliberation.Now
            ? new GateAnswer.Later(DigestReasons.Waits.With(digest.Name, closes), closes) { ClosesAt = closes }
            : null;
    }
}
