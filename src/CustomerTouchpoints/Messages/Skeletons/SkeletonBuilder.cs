using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Rendering;

namespace CustomerTouchpoints.Messages.Skeletons;

/// <summary>Turns Markdown into the parts of a message, with slots where the Markdown has marks.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class SkeletonBuilder(Brand brand, MailStyle style)
{
    private readonly MailLayout layout = new(brand, style);

    /// <exception cref="TemplateException">The Markdown can't be read.</exception>
    public MessageSkeleton Cut(MessageForm form, string body, string? extra, MailParts parts)
    {
        MarkdownMessage message = MarkdownMessage.Parse(body);
        MarkdownMessage? added = extra is null ? null : MarkdownMessage.Parse(extra);
        if (message.LinksToValues || added is { LinksToValues: true })
        {
            return MessageSkeleton.NeedsValues;
        }

        added = added is { IsEmpty: true } ? null : added;
        if (form is not MessageForm.Mail)
        {
            string alone = message.ToText(compact: form is MessageForm.Compact);
            return new MessageSkeleton(
                new TextSkeleton(added is null ? alone : $"{alone.TrimEnd('\n')}\n\n{added.ToText(compact: false)}"),
                Html: null
            );
        }

        // The text comes first: rendering HTML writes styles into the documents.
        string text = MailText.Compose(message.ToText(compact: false), added?.ToText(compact: false), parts, brand);
        bool subjectLeads = parts is { HasHeadline: true, Headline.Length: 0 } && !message.HasHeadline;
        (string headline, string rest) = message.ToHtml(style);
        (string addedHeadline, string addedRest) = added?.ToHtml(style) ?? default;
        string html = layout.Compose(
            MailLayout.Headline(subjectLeads ? parts.Subject : parts.Headline) + headline,
            rest,
            added is null ? null : addedHeadline + addedRest,
            parts
        );
        return new MessageSkeleton(new TextSkeleton(text), new TextSkeleton(html));
    }
}
