using CustomerTouchpoints.Email.Addresses;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>
/// The form of our message and thread ids: a token that is a safe file name on every system, <c>@</c>, a domain in ASCII.
/// </summary>
internal static class MessageIdentifier
{
    private const int TokenLength = 32;
    private const string ForeignMarks = "!#$%&'*+-/=?^_`{|}~.@[]:";

    public static bool IsToken(string? value) => value?.Length == TokenLength && value.All(char.IsAsciiHexDigitLower);

    /// <summary>
    /// Whether somebody else's id can be named in a header as it is: an id by RFC 5322 without brackets, quotes and blanks, on one line.
    /// </summary>
    public static bool IsForeign(string value) =>
        value.Length is > 2 and <= 250
        && value.All(c => char.IsAsciiLetterOrDigit(c) || ForeignMarks.Contains(c, StringComparison.Ordinal))
        && value.IndexOf('@', StringComparison.Ordinal) is var at and > 0
        && at < value.Length - 1;

    /// <summary>Somebody else's id without the brackets that may stand around it; null for what is none.</summary>
    public static string? Foreign(string? value) => value?.Trim().TrimStart('<').TrimEnd('>') is { } bare && IsForeign(bare) ? bare : null;

    /// <summary>What is left of the <c>@</c>.</summary>
    public static string Token(string identifier) => identifier[..TokenLength];

    public static string Checked(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return
            value.Length > TokenLength + 1
            && IsToken(value[..TokenLength])
            && value[TokenLength] == '@'
            && DomainName.ToAscii(value[(TokenLength + 1)..], out _) is { } domain
            && value.EndsWith(domain, StringComparison.Ordinal)
            ? value
            : throw new ArgumentException(
                "A message's or thread's id is 32 lower-case hexadecimal digits, @ and a domain in ASCII, without angle brackets.",
                nameof(value)
            );
    }
}
