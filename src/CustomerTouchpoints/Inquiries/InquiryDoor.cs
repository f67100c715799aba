using System.Globalization;

namespace CustomerTouchpoints.Inquiries;

/// <summary>What is refused at the door of inquiries: with the name, the value and the remedy.</summary>
internal static class InquiryDoor
{
    private const int MaxNameLength = 200;

    /// <summary>A text that people wrote.</summary>
    /// <exception cref="ArgumentException">It is blank, too long, or has U+0000.</exception>
    public static void CheckText(string? text, InquiryOptions options, string what)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ArgumentException($"{what} is empty: give what was written.", nameof(text));
        }

        if (text.Length > options.MaxTextLength)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{what} has {text.Length} characters, and at most {options.MaxTextLength} are taken: "
                        + $"shorten it, attach it by reference, or raise InquiryOptions.MaxTextLength."
                ),
                nameof(text)
            );
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException($"{what} has the character U+0000, which no store keeps: remove it.", nameof(text));
        }
    }

    /// <summary>Who does something, or why: one line.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or has control characters.</exception>
    public static void CheckName(string name, string what) => Identifier.Key(name, what, MaxNameLength, nameof(name));

    /// <summary>A name that may be missing.</summary>
    /// <exception cref="ArgumentException">It is empty, too long, or has control characters.</exception>
    public static void CheckOptional(string? name, string what)
    {
        if (name is not null)
        {
            CheckName(name, what);
        }
    }

    /// <exception cref="ArgumentException">There are too many attachments, or one has no name or no place.</exception>
    public static void CheckAttachments(IReadOnlyList<InquiryAttachment> attachments, InquiryOptions options)
    {
        ArgumentNullException.ThrowIfNull(attachments);
        if (attachments.Count > options.MaxAttachments)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"There are {attachments.Count} attachments, and at most {options.MaxAttachments} are taken: "
                        + $"send fewer, or raise InquiryOptions.MaxAttachments."
                ),
                nameof(attachments)
            );
        }

        foreach (InquiryAttachment attachment in attachments)
        {
            Identifier.Key(attachment.Name, "an attachment's name", MaxNameLength);
            Identifier.Key(attachment.Type, "an attachment's type", MaxNameLength);
            Identifier.Key(attachment.Reference, "an attachment's reference", 2000);
        }
    }
}
