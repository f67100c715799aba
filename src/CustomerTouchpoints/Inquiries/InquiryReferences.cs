using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Inquiries;

/// <summary>
/// References to inquiries that can't be made up: <c>question.77.4f…</c>, the inquiry and the first 16 hexadecimal digits of an HMAC-SHA256
/// of it.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed partial class InquiryReferences(IOptions<InquiryOptions> options)
{
    private const int Digits = 16;

    /// <summary>The reference of an inquiry; null without a key, and where an address could not carry it.</summary>
    public string? Of(JourneyId inquiry) =>
        options.Value.ReferenceKey is { } key && Key().IsMatch(inquiry.Key)
            ? $"{inquiry.Lifecycle}.{inquiry.Key}.{Sign(inquiry, key)}"
            : null;

    /// <summary>The inquiry that a text refers to; null when it refers to none, or the reference is not ours.</summary>
    public JourneyId? In(string text)
    {
        if (options.Value.ReferenceKey is not { } key)
        {
            return null;
        }

        foreach (Match match in Reference().Matches(text))
        {
            var inquiry = new JourneyId(match.Groups["lifecycle"].Value, match.Groups["key"].Value);
            if (
                CryptographicOperations.FixedTimeEquals(
                    Encoding.ASCII.GetBytes(Sign(inquiry, key)),
                    Encoding.ASCII.GetBytes(match.Groups["sign"].Value)
                )
            )
            {
                return inquiry;
            }
        }

        return null;
    }

    private static string Sign(JourneyId inquiry, byte[] key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"inquiry {inquiry}")))[..Digits];

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex Key();

    [GeneratedRegex(@"\b(?<lifecycle>[a-z][a-z0-9-]{0,63})\.(?<key>[a-z0-9-]{1,40})\.(?<sign>[0-9a-f]{16})\b")]
    private static partial Regex Reference();
}
