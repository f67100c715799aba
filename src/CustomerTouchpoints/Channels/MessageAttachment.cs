namespace CustomerTouchpoints.Channels;

/// <summary>A file that comes with a message, for channels that carry files.</summary>
/// <param name="Name">The file's name, such as <c>visit.ics</c>. It comes from data: a channel checks it.</param>
/// <param name="Type">The media type, such as <c>application/pdf</c>. It comes from data, too.</param>
/// <param name="Content">The bytes.</param>
/// <param name="ContentId">The name by which the HTML shows it (<c>cid:logo</c>); null for a file beside the message.</param>
public sealed record MessageAttachment(string Name, string Type, ReadOnlyMemory<byte> Content, string? ContentId = null)
{
    /// <summary>Says only that it is one: names may be telling.</summary>
    public override string ToString() => "(an attachment)";
}
