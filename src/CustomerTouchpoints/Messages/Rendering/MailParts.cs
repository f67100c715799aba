using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>What a layout puts around and between, for one mail.</summary>
/// <param name="Subject">The subject, one line of plain text.</param>
/// <param name="Preheader">The preview line, plain text; may be empty.</param>
/// <param name="Headline">The headline that the template gives; may be empty.</param>
/// <param name="HasHeadline">Whether the subject stands in for a headline that neither the template nor its text has.</param>
/// <param name="Progress">What to show of the journey's line, or null for nothing.</param>
/// <param name="Contact">Whom to ask.</param>
/// <param name="Reason">Why the customer gets this message.</param>
/// <param name="Words">The culture's words.</param>
internal sealed record MailParts(
    string Subject,
    string Preheader,
    string Headline,
    bool HasHeadline,
    MailProgress? Progress,
    Contact Contact,
    string Reason,
    WordBook Words
)
{
    /// <summary>Whether an answer to the mail reaches a person.</summary>
    public bool CanReply => Contact.ReplyTo is not null;

    /// <summary>What is around a message that has nothing around it.</summary>
    public static MailParts None(WordBook words) => new("", "", "", false, null, new Contact(null, null, null, null, null), "", words);

    /// <summary>The same with marks for the values in it, which go into the next slots.</summary>
    public MailParts Marked(SlotValues slots) =>
        this with
        {
            Subject = slots.Place(Subject),
            Preheader = slots.Place(Preheader),
            Headline = slots.Place(Headline),
            Progress = Progress?.Marked(slots),
            Reason = slots.Place(Reason),
        };
}
