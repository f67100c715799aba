using CustomerTouchpoints.Email.Addresses;

namespace CustomerTouchpoints.Email.Composing;

/// <summary>The envelope's sender, made of <see cref="EmailOptions.ReturnPath"/>: one for each message where it says so (VERP).</summary>
internal static class EnvelopeSender
{
    public const string Id = "{id}";
    public const string Recipient = "{recipient}";

    /// <summary>What is wrong with a pattern, as the end of a sentence that begins with it; null when it can be used.</summary>
    public static string? Fault(string pattern, byte[]? key) =>
        EmailAddress.Make(Filled(pattern, Named(new string('0', 32), key), "ana=post.example"), null, out string? fault) is null
            ? fault
            : null;

    /// <summary>
    /// The sender of one message's envelope. A recipient that does not fit is left out: a mail without its own bounce address is better
    /// than none.
    /// </summary>
    public static EmailAddress? Of(string pattern, byte[]? key, string messageToken, EmailAddress to) =>
        EmailAddress.Make(Filled(pattern, Named(messageToken, key), to.Address.Replace('@', '=')), null, out _)
        ?? EmailAddress.Make(Filled(pattern, Named(messageToken, key), messageToken), null, out _);

    private static string Named(string token, byte[]? key) => key is null ? token : $"{token}.{MessageSignature.Of(token, key)}";

    private static string Filled(string pattern, string token, string recipient) =>
        pattern.Replace(Id, token, StringComparison.Ordinal).Replace(Recipient, recipient, StringComparison.Ordinal);
}
