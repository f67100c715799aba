namespace CustomerTouchpoints.Email.Headers;

/// <summary>The characters of RFC 5322 atoms, which need no quotes anywhere in a header.</summary>
internal static class Atoms
{
    public static bool IsAtomText(char c) => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-/=?^_`{|}~".Contains(c, StringComparison.Ordinal);
}
