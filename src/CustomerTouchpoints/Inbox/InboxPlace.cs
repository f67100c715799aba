using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerTouchpoints.Inbox;

/// <summary>A place in an inbox, whose messages go from the newest to the oldest, and at one instant by their ids.</summary>
/// <param name="At">When the message there came, to the microsecond.</param>
/// <param name="Id">Its id.</param>
internal readonly record struct InboxPlace(DateTimeOffset At, string Id)
{
    private const int LengthOfId = 32;

    /// <summary>The place as a text that hosts hand back.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(At - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond}.{Id}");

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out InboxPlace? place)
    {
        place = null;
        string[] parts = text.Split('.');
        if (
            parts.Length == 2
            && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out long microseconds)
            && microseconds <= (DateTimeOffset.MaxValue - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond
            && IsId(parts[1])
        )
        {
            place = new InboxPlace(DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond), parts[1]);
        }

        return place is not null;
    }

    /// <summary>Whether a text may be a message's id.</summary>
    public static bool IsId(string text) => text.Length == LengthOfId && text.All(char.IsAsciiHexDigitLower);
}
