namespace CustomerTouchpoints.Email.Words;

/// <summary>An element that is open.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="IsDropped">Whether nothing within it counts.</param>
/// <param name="Quotes">How many quotes end with it.</param>
/// <param name="IsSentence">Whether its first words say whether it is a quote.</param>
internal readonly record struct HtmlElement(string Name, bool IsDropped, int Quotes, bool IsSentence);
