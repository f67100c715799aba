namespace CustomerTouchpoints.Storage;

/// <summary>
/// A fact of the intake that can't be taken. It stays there with its reason, is read no more, and is tried again after the store's next
/// opening.
/// </summary>
/// <param name="Number">The number of the intake's row.</param>
/// <param name="Reason">Why, in words for an operator.</param>
/// <remarks>Infrastructure: for stores; may change until 1.0.</remarks>
public sealed record SetAsideRow(long Number, string Reason);
