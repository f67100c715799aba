namespace CustomerTouchpoints.Storage;

/// <summary>The part of a customer that is stored as the text of what became of them: what is empty is left out.</summary>
internal sealed record CustomerIdentity(DateTimeOffset? ErasedAt, CustomerId? MergedInto);
