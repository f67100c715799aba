namespace CustomerTouchpoints.Lifecycles.OptIn;

/// <summary>Somebody asked for messages, by an address that may not be theirs.</summary>
/// <param name="Offer">What they asked for, by the name that customers know, such as <c>Lumen Letters</c>.</param>
/// <param name="ConfirmUrl">The link that confirms it: a page of the host, with a token that nobody can guess.</param>
/// <param name="LapsesAt">Until when the link works, for the words of the mail. Null says nothing of it.</param>
[Event("consent.asked")]
public sealed record ConsentAsked(string Offer, Uri ConfirmUrl, DateTimeOffset? LapsesAt = null);
