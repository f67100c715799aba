using System.Diagnostics.CodeAnalysis;
using System.Text;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Addresses;

/// <summary>
/// Our own grammar of addresses. It reads a value before any other code does, and lets through whatever can stand in a header and in a
/// command without becoming another one; whether there is such a mailbox is the server's to say.
/// </summary>
internal static class AddressGrammar
{
    private const int MaxLength = 254; // RFC 5321: a path of 256, less its angle brackets
    private const int MaxLocalLength = 64;

    /// <summary>
    /// Takes an address apart, its domain in ASCII, or says what is wrong with it without repeating it. Blanks and invisible characters
    /// around it are no part of it.
    /// </summary>
    public static bool Read(string address, out string local, out string domain, [NotNullWhen(false)] out string? fault)
    {
        (local, domain) = ("", "");
        string whole = HeaderText.Bare(address);
        fault = FaultOfWhole(whole);
        int at = whole.LastIndexOf('@');
        if (fault is not null || (fault = FaultOfLocal(local = whole[..at])) is not null)
        {
            return false;
        }

        // What begins with a dot is a mailbox in some places all the same, and is written in quotes.
        local = local[0] == '.' && Ascii.IsValid(local) ? $"\"{local}\"" : local;
        if (DomainName.ToAscii(whole[(at + 1)..], out string? wrong) is not { } ascii)
        {
            fault = $"has a domain that {wrong}";
            return false;
        }

        domain = ascii;
        fault = Encoding.UTF8.GetByteCount(local) + 1 + ascii.Length > MaxLength ? TooLong : null;
        return fault is null;
    }

    private static string TooLong => $"is longer than {MaxLength} characters";

    private static string? FaultOfWhole(string address) =>
        address.Length == 0 ? "is empty"
        : HeaderText.Fault(address) is { } unsafeText ? unsafeText
        : address.Length > MaxLength ? TooLong
        : !address.Contains('@', StringComparison.Ordinal) || (address[0] != '"' && address.AsSpan().Count('@') != 1)
            ? "does not have exactly one @"
        : null;

    private static string? FaultOfLocal(string local) =>
        local.Length == 0 ? "has nothing before the @"
        : Encoding.UTF8.GetByteCount(local) > MaxLocalLength ? $"has more than {MaxLocalLength} characters before the @"
        : local.Contains("=?", StringComparison.Ordinal) ? "has what readers could take for an encoded word before the @"
        : local[0] == '"' ? FaultOfQuoted(local)
        : local.EnumerateRunes().All(IsDotAtomText) ? null
        : "has a blank, quote or other character before the @ that is not allowed there";

    private static bool IsDotAtomText(Rune rune) =>
        rune.IsAscii ? rune.Value == '.' || Atoms.IsAtomText((char)rune.Value) : Rune.IsLetterOrDigit(rune) || HeaderText.IsMark(rune);

    private static string? FaultOfQuoted(string local)
    {
        for (int i = 1; i < local.Length - 1; i++)
        {
            bool isPair = local[i] == '\\' && i + 1 < local.Length - 1;
            if (!char.IsAscii(local[i]) || (local[i] is '"' or '\\' && !isPair))
            {
                return "has a quote before the @ that does not end there";
            }

            i += isPair ? 1 : 0;
        }

        return local.Length > 2 && local[^1] == '"' && Ascii.IsValid(local) ? null : "has a quote before the @ that does not end there";
    }
}
