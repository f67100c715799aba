using CustomerTouchpoints.Links;
using Microsoft.AspNetCore.Http;

namespace CustomerTouchpoints.AspNetCore.Inboxes;

/// <summary>Whose inbox a request may see and change.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class InboxVisitor(LinkSigner links, TouchpointInboxOptions options, TimeProvider time)
{
    /// <summary>
    /// The header with the token. A page of somebody else's can't set it: browsers ask first whether it may, and nobody says yes.
    /// </summary>
    public const string Header = "Touchpoints-Inbox";

    /// <summary>How long a token is good that was handed to somebody who is signed in.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(12);

    /// <summary>Who may look: whom the token is for, or else who is signed in. Null for nobody.</summary>
    public CustomerId? WhoLooks(HttpContext http) => http.Request.Headers.ContainsKey(Header) ? WhoChanges(http) : SignedIn(http);

    /// <summary>Who may change something: whom the token is for, unless somebody else is signed in. Null for nobody.</summary>
    public CustomerId? WhoChanges(HttpContext http) =>
        links.Verify(LinkPurpose.Inbox, http.Request.Headers[Header]) is { } subject
        && (SignedIn(http) is not { } signedIn || signedIn == subject.Customer)
            ? subject.Customer
            : default(CustomerId?);

    /// <summary>A token for who is signed in; null for who came with one.</summary>
    public string? TokenFor(HttpContext http, CustomerId customer) =>
        http.Request.Headers.ContainsKey(Header)
            ? null
            : links.Sign(LinkPurpose.Inbox, new LinkSubject { Customer = customer }, time.GetUtcNow() + Lifetime);

    private CustomerId? SignedIn(HttpContext http) => options.CustomerOf?.Invoke(http);
}
