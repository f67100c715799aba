using CustomerTouchpoints.Customers.Contacts;
using CustomerTouchpoints.Responses.Calendars;

namespace CustomerTouchpoints.Touchpoints.Digests;

/// <summary>When the window of a digest closes.</summary>
internal static class DigestWindows
{
    /// <summary>When a window closes for a message that comes now: with those that wait there already, or as a new one.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="channel">The first channel of the message's route.</param>
    /// <param name="seats">What waits for the customer.</param>
    /// <param name="zone">The customer's zone.</param>
    /// <param name="now">Now.</param>
    public static DateTimeOffset ClosesAt(Digest digest, Channel channel, DigestSeats seats, string zone, DateTimeOffset now) =>
        digest.At is { } time ? NextAt(digest, time, zone, now) : seats.ClosesAt(digest.Name, channel, now) ?? now + digest.Window!.Value;

    private static DateTimeOffset NextAt(Digest digest, TimeOnly time, string zone, DateTimeOffset now)
    {
        // What comes at the very instant at which one closes is of the next.
        DateTimeOffset next = LocalTimes.NextAt(time, zone, now + TimeSpan.FromMicroseconds(1));
        while (digest.Days.Count > 0 && !digest.Days.Contains(DateOnly.Parse(LocalTimes.DateOf(next, time, zone), null).DayOfWeek))
        {
            next = LocalTimes.NextAt(time, zone, next + TimeSpan.FromMicroseconds(1));
        }

        return next;
    }
}
