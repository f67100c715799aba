namespace CustomerTouchpoints.Touchpoints.Digests;

/// <summary>What makes a message a digest: it belongs to a customer, and tells what others would have told.</summary>
/// <param name="Digest">The digest's name.</param>
/// <param name="Owner">The customer for whom it was made: a part of its id.</param>
/// <param name="Items">The messages that it takes the place of, in their order. Their data is the digest's own.</param>
internal sealed record DigestContents(string Digest, CustomerId Owner, IReadOnlyList<DigestItem> Items);
