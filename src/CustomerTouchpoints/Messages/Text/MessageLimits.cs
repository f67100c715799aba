namespace CustomerTouchpoints.Messages.Text;

/// <summary>How large things may get before a message goes to review.</summary>
internal static class MessageLimits
{
    /// <summary>The journey's data, in bytes of JSON.</summary>
    public const int DataBytes = 256 * 1024;

    /// <summary>How deep data may nest.</summary>
    public const int DataDepth = 32;

    /// <summary>Each part of a message, in characters.</summary>
    public const int PartCharacters = 1024 * 1024;

    /// <summary>A template's file, in bytes.</summary>
    public const int TemplateBytes = 256 * 1024;

    /// <summary>A subject or preheader; what is longer is cut.</summary>
    public const int LineCharacters = 200;
}
