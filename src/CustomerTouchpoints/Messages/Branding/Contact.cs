using System.Globalization;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages.Branding;

/// <summary>A contact block, ready to be shown.</summary>
internal sealed record Contact(string? Phone, LocalizedText? OpeningHours, string? Email, string? Website, MessageAddress? ReplyTo)
{
    public bool IsEmpty => Phone is null && Email is null && Website is null;

    /// <summary>The phone number as a link calls it: digits and a leading plus.</summary>
    public string? PhoneDigits => Phone is null ? null : string.Concat(Phone.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));

    public string? HoursIn(CultureInfo culture) => OpeningHours?.In(culture);
}
