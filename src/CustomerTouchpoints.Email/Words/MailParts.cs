using MimeKit;

namespace CustomerTouchpoints.Email.Words;

/// <summary>
/// The parts of a mail in their order, as far as it is worth to look: a mail may be made of a million of them, or a million deep.
/// </summary>
/// <remarks>Pure. What a part holds as a mail of its own is one part, and is not looked into.</remarks>
internal static class MailParts
{
    /// <summary>How many parts are looked at.</summary>
    public const int Most = 100;

    /// <summary>How deep they may lie in each other.</summary>
    public const int Deepest = 20;

    public static IEnumerable<MimeEntity> Of(MimeMessage message)
    {
        Stack<(MimeEntity Part, int Depth)> waiting = [];
        if (message.Body is { } body)
        {
            waiting.Push((body, 0));
        }

        for (int count = 0; waiting.Count > 0 && count < Most; count++)
        {
            (MimeEntity part, int depth) = waiting.Pop();
            yield return part;
            if (part is Multipart several && depth < Deepest)
            {
                for (int i = Math.Min(several.Count, Most) - 1; i >= 0; i--)
                {
                    waiting.Push((several[i], depth + 1));
                }
            }
        }
    }
}
