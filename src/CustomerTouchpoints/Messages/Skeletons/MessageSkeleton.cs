namespace CustomerTouchpoints.Messages.Skeletons;

/// <summary>A whole message without its values: parsed, laid out and styled once for all that are alike.</summary>
/// <param name="Text">The text part.</param>
/// <param name="Html">The HTML part, for a mail.</param>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed record MessageSkeleton(TextSkeleton Text, TextSkeleton? Html)
{
    /// <summary>Stands for a message in which a link depends on a value: whether it is allowed can only be told with the value.</summary>
    public static readonly MessageSkeleton NeedsValues = new(new TextSkeleton(""), null);
}
