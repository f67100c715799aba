using CustomerTouchpoints.Email.Addresses;

namespace CustomerTouchpoints.Email.Headers;

/// <summary>
/// The form of our message and thread ids: a token that is a safe file name on every system, <c>@</c>, a domain in ASCII.
/// </summary>
internal static class MessageIdentifier
{
    private const int TokenLength = 32;

    public static bool IsToken(string? value) => value?.Length == TokenLength && value.All(char.IsAsciiHexDigitLower);

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
