namespace CustomerTouchpoints.Links;

/// <summary>What a link is for. A token that was signed for one purpose is worth nothing for another.</summary>
/// <remarks>An immutable value; safe to share between threads.</remarks>
public readonly record struct LinkPurpose
{
    /// <summary>Names a purpose of the host's own.</summary>
    /// <param name="name">Lower-case letters, digits and hyphens, such as <c>invoice</c>. It is a part of the link's path.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public LinkPurpose(string name) => Name = Identifier.Name(name, "a link's purpose");

    /// <summary>Shows where a journey stands.</summary>
    public static LinkPurpose Status { get; } = new("status");

    /// <summary>Shows what a customer agreed to, and changes it.</summary>
    public static LinkPurpose Preferences { get; } = new("preferences");

    /// <summary>Stops a kind of message, by a page with one button or by one click (RFC 8058).</summary>
    public static LinkPurpose Unsubscribe { get; } = new("unsubscribe");

    /// <summary>Confirms a consent that was asked for (double opt-in).</summary>
    public static LinkPurpose Confirm { get; } = new("confirm");

    /// <summary>Shows what is in a customer's inbox, and changes it.</summary>
    public static LinkPurpose Inbox { get; } = new("inbox");

    /// <summary>Says how it went: answers a survey.</summary>
    public static LinkPurpose Feedback { get; } = new("feedback");

    /// <summary>Asks a question about a journey.</summary>
    public static LinkPurpose Ask { get; } = new("ask");

    /// <summary>The name; null for <c>default(LinkPurpose)</c>, for which nothing is signed.</summary>
    public string Name { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name ?? "(none)";
}
