namespace CustomerTouchpoints.Email.Headers;

/// <summary>What <c>List-Unsubscribe</c> may name: an https or a mailto address, in ASCII and on one line.</summary>
internal static class UnsubscribeLink
{
    private const int MaxLength = 900; // a line of a header may have 998 octets

    /// <summary>Null, or what is wrong, as the end of a sentence that begins with the link.</summary>
    public static string? Fault(Uri link) =>
        !link.IsAbsoluteUri || (link.Scheme != Uri.UriSchemeHttps && link.Scheme != Uri.UriSchemeMailto)
            ? "is neither an https nor a mailto address"
        : link.AbsoluteUri.Length > MaxLength ? $"is longer than {MaxLength} characters"
        : link.AbsoluteUri.All(c => c is > ' ' and <= '~' and not ('<' or '>')) ? null
        : "has a character that a link can't have";

    public static Uri? Checked(Uri? link) =>
        link is not null && Fault(link) is { } fault ? throw new ArgumentException($"The link {fault}.", nameof(link)) : link;
}
