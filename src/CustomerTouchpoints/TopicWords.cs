namespace CustomerTouchpoints;

/// <summary>What people call a topic in one language.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
/// <param name="Name">Its name, such as <c>Newsletter</c>.</param>
/// <param name="Description">What it is in a sentence, such as <c>Once a month, what is new in our shop</c>. Null by default.</param>
public sealed record TopicWords(string Name, string? Description = null);
