using System.Globalization;
using System.Net;
using System.Text;

namespace CustomerTouchpoints.Email.Addresses;

/// <summary>
/// The grammar of domains: labels, with those in other scripts turned into punycode, or an IP address in square brackets.
/// </summary>
internal static class DomainName
{
    private const int MaxLength = 253;
    private const int MaxLabelLength = 63;

    private static readonly IdnMapping Idn = new() { AllowUnassigned = false, UseStd3AsciiRules = true };

    /// <summary>The domain in ASCII, or null and what is wrong, as the end of a sentence that begins with the domain.</summary>
    public static string? ToAscii(string domain, out string? fault)
    {
        if (IsLiteral(domain))
        {
            fault = null;
            return domain;
        }

        // A name that says where it ends means the same without saying so.
        domain = domain.Length > 1 && domain[^1] == '.' ? domain[..^1] : domain;
        if (domain.Length is 0 or > MaxLength)
        {
            fault = domain.Length == 0 ? "is empty" : TooLong;
            return null;
        }

        string? ascii = Ascii.IsValid(domain) ? domain : Punycode(domain);
        fault = ascii is null ? "can't be written in punycode" : FaultOf(ascii);
        return fault is null ? ascii : null;
    }

    private static string TooLong => $"is longer than {MaxLength} characters";

    private static string? Punycode(string domain)
    {
        // IdnMapping gets to see only what a label may hold: letters, marks, digits, hyphens, dots and the few joiners that scripts need.
        foreach (Rune rune in domain.EnumerateRunes())
        {
            bool allowed =
                rune.Value is '.' or '-' or 0xB7 or 0x30FB or 0x200C or 0x200D
                || Rune.GetUnicodeCategory(rune) is not UnicodeCategory.OtherNotAssigned
                    && (
                        Rune.IsLetterOrDigit(rune)
                        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                    );
            if (!allowed || rune == Rune.ReplacementChar)
            {
                return null;
            }
        }

        try
        {
            // Lower case first: without ICU (invariant globalization) the mapping would take "É" and "é" for two labels.
            return Idn.GetAscii(domain.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static string? FaultOf(string ascii)
    {
        if (ascii.Length > MaxLength)
        {
            return TooLong;
        }

        string[] labels = ascii.Split('.');
        return labels.Any(label => label.Length == 0) ? "has a misplaced dot"
            : labels.Any(label => label.Length > MaxLabelLength) ? $"has a label of more than {MaxLabelLength} characters"
            : labels.Any(label => label.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')))
                ? "has a character that is not allowed in a domain"
            : labels[^1].All(char.IsAsciiDigit) ? "ends in a number, as IP addresses do"
            : null;
    }

    private static bool IsLiteral(string domain) =>
        domain is ['[', .., ']']
        && (
            domain.StartsWith("[IPv6:", StringComparison.OrdinalIgnoreCase)
                ? IPAddress.TryParse(domain.AsSpan(6, domain.Length - 7), out IPAddress? six) && Written(six, domain[6..^1])
                : IPAddress.TryParse(domain.AsSpan(1, domain.Length - 2), out IPAddress? four) && Written(four, domain[1..^1])
        );

    /// <summary>Whether an address is written as it always is: the runtime reads more than mail servers do.</summary>
    private static bool Written(IPAddress address, string text) => address.ToString().Equals(text, StringComparison.OrdinalIgnoreCase);
}
