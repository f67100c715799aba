using System.Diagnostics.CodeAnalysis;

namespace CustomerTouchpoints.Http.Wires;

/// <summary>The grammar of an endpoint's address. Pure.</summary>
internal static class EndpointUrl
{
    private const int Longest = 2048;

    /// <summary>The URL of an address from data; null with what is wrong with it.</summary>
    /// <param name="address">The address. Blanks around it are left out.</param>
    /// <param name="allowsLoopback">Whether this machine may be reached without TLS.</param>
    /// <param name="fault">What is wrong with it, as the end of a sentence that begins with it.</param>
    public static Uri? Read(string address, bool allowsLoopback, out string? fault)
    {
        string text = address.Trim(' ');
        Uri? url = null;
        fault =
            text.Length is 0 or > Longest ? "is empty or longer than 2048 characters"
            : text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || char.IsSurrogate(c) || c is '\\')
                ? "has a control character, a blank or another character that no URL has"
            : !Uri.TryCreate(text, UriKind.Absolute, out url) ? "is no URL"
            : FaultOf(url, allowsLoopback);
        return fault is null ? url : null;
    }

    /// <summary>What is wrong with a URL, as the end of a sentence that begins with it; null for nothing.</summary>
    [SuppressMessage("Security", "S5332", Justification = "Names the scheme, and refuses it.")]
    public static string? FaultOf(Uri url, bool allowsLoopback) =>
        !url.IsAbsoluteUri ? "is not absolute"
        : url.Scheme != Uri.UriSchemeHttps && !(allowsLoopback && url.Scheme == Uri.UriSchemeHttp && url.IsLoopback) ? "is not https"
        : url.Host.Length == 0 ? "has no host"
        : url.UserInfo.Length > 0 ? "has a user name in it"
        : null;
}
