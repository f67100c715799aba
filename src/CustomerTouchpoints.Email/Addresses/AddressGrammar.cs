using System.Diagnostics.CodeAnalysis;
using CustomerTouchpoints.Email.Headers;

namespace CustomerTouchpoints.Email.Addresses;

/// <summary>Our own strict grammar of addresses. It reads a value before any other code does.</summary>
internal static class AddressGrammar
{
    private const int MaxLength = 254; // RFC 5321: a path of 256, less its angle brackets
    private const int MaxLocalLength = 64;

    /// <summary>Takes an address apart, its domain in ASCII, or says what is wrong with it without repeating it.</summary>
    public static bool Read(string address, out string local, out string domain, [NotNullWhen(false)] out string? fault)
    {
        (local, domain) = ("", "");
        fault = FaultOfWhole(address);
        if (fault is not null)
        {
            return false;
        }

        int at = address.IndexOf('@', StringComparison.Ordinal);
        local = address[..at];
        fault = FaultOfLocal(local);
        if (fault is not null)
        {
            return false;
        }

        if (DomainName.ToAscii(address[(at + 1)..], out string? wrong) is not { } ascii)
        {
            fault = $"has a domain that {wrong}";
            return false;
        }

        domain = ascii;
        fault = local.Length + 1 + ascii.Length > MaxLength ? TooLong : null;
        return fault is null;
    }

    private static string TooLong => $"is longer than {MaxLength} characters";

    private static string? FaultOfWhole(string address) =>
        address.Length == 0 ? "is empty"
        : HeaderText.Fault(address) is { } unsafeText ? unsafeText
        : address.Length > MaxLength ? TooLong
        : address.AsSpan().Count('@') != 1 ? "does not have exactly one @"
        : null;

    private static string? FaultOfLocal(string local) =>
        local.Length == 0 ? "has nothing before the @"
        : local.Length > MaxLocalLength ? $"has more than {MaxLocalLength} characters before the @"
        : local.Any(c => !char.IsAscii(c)) ? "has a non-ASCII character before the @, which needs SMTPUTF8; that is not supported"
        : local.Any(c => c != '.' && !Atoms.IsAtomText(c)) ? "has a blank, quote or other character before the @ that is not allowed there"
        : local.Contains("=?", StringComparison.Ordinal) ? "has what readers could take for an encoded word before the @"
        : local[0] == '.' || local[^1] == '.' || local.Contains("..", StringComparison.Ordinal) ? "has a misplaced dot before the @"
        : null;
}
