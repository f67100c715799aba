namespace CustomerTouchpoints.Messages.Words;

/// <summary>How a message begins, with the customer's name (<c>{0}</c>) and without one.</summary>
internal static class GreetingWords
{
    public static readonly WordTable Table = new()
    {
        ["greeting.named"] = new("Hello {0}", "Bonjour {0}", "Guten Tag {0}", "Hola, {0}", "Buongiorno {0}"),
        ["greeting.unnamed"] = new("Hello", "Bonjour", "Guten Tag", "Hola", "Buongiorno"),
    };
}
