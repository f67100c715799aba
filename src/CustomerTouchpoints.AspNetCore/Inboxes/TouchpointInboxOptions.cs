using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>Whose inbox is shown, and how often it answers.</summary>
/// <remarks>Not thread-safe: it is filled once, while the inbox is mapped. Its callback is called concurrently.</remarks>
public sealed class TouchpointInboxOptions
{
    /// <summary>
    /// Which customer a request comes from, by the host's own signing in; null where it is nobody. Called for each request. Without it,
    /// the default, a request needs a token of a link that was signed for <see cref="LinkPurpose.Inbox"/>.
    /// </summary>
    /// <example>
    /// <c>inbox.CustomerOf = http => http.User.FindFirstValue("customer") is { } id ? new CustomerId(id) : null;</c>
    /// </example>
    public Func<HttpContext, CustomerId?>? CustomerOf { get; set; }

    /// <summary>How often one inbox answers in a minute; at least 1. Default 120.</summary>
    public int RequestsPerCustomer { get; set; } = 120;

    /// <summary>
    /// How often one network address may ask without a right to in a minute; at least 1. Default 60. Behind a proxy, let the host use
    /// forwarded headers, or all its visitors are one.
    /// </summary>
    public int WrongRequestsPerAddress { get; set; } = 60;
}
