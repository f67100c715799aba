using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Skeletons;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Messages.Words;
using NodaTime;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// Renders one template. Markdown sees marks instead of values, so that messages which differ in values alone are parsed, laid out and
/// styled once; each message then writes its values into the slots, encoded for the part that they stand in.
/// </summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MessageRenderer(MessageSetup setup)
{
    /// <summary>How the reason begins when it is not the template that has a fault.</summary>
    public const string DataLacks = "the data lacks what it requires";

    private readonly SkeletonBuilder cutter = new(setup.Brand, setup.Style);
    private readonly SkeletonCache shelf = new();

    /// <summary>Renders a message.</summary>
    /// <param name="template">The template.</param>
    /// <param name="request">Who is told what; its data is ignored in favour of <paramref name="data"/>.</param>
    /// <param name="form">The form to render.</param>
    /// <param name="data">The data, which becomes part of the model.</param>
    /// <param name="value">The block of added value that follows its content; null for none but its own.</param>
    /// <param name="sample">For start-up: a sample whose reserved names are laid over the stand-ins. Null when it is for real.</param>
    /// <param name="strict">For start-up: whether a name that the model lacks is a fault.</param>
    /// <exception cref="TemplateException">The message can't be rendered.</exception>
    public MessageContent Render(
        MessageTemplate template,
        MessageRequest request,
        MessageForm form,
        Dictionary<string, object?> data,
        MessageTemplate? value = null,
        IReadOnlyDictionary<string, object?>? sample = null,
        bool strict = false
    )
    {
        CultureInfo culture = CultureFor(template, request.Customer.Culture);
        WordBook words = setup.WordsFor(culture);
        Contact contact = setup.Brand.ContactFor(template.Head.Topic);
        Dictionary<string, object?> model = MessageModel.Build(data, request, setup.Brand, contact, words);
        if (setup.Links is { } signer)
        {
            MessageLinks.LayOver(model, value is null ? template.Links : [.. template.Links.Union(value.Links)], request, signer);
        }

        if (sample is not null)
        {
            SampleModel.LayOver(model, sample);
        }

        RequireAll(template, model);
        if (value is not null)
        {
            RequireAll(value, model);
        }

        DateTimeZone zone = setup.ZoneOf(request.Customer.TimeZone, out bool isCustomers);
        var filling = new TemplateFilling(
            model,
            new MessageFacts(Instant.FromDateTimeOffset(request.Now), zone, isCustomers, setup.DefaultZone, words),
            strict
        );
        return form switch
        {
            MessageForm.Mail => Mail(template, value, request, contact, words, filling),
            MessageForm.Compact => new MessageContent
            {
                Text = Compact(Text(template, null, form, words, filling).ToString()),
                Culture = culture.Name,
            },
            _ => new MessageContent(Text(template, value, form, words, filling))
            {
                Subject = filling.Line(template.Subject),
                Markdown = form is MessageForm.Markdown ? Markdown(template, value, filling) : null,
                Culture = culture.Name,
            },
        };
    }

    /// <summary>
    /// The customer's own culture where the template is in its language (fr-CA reading fr), else the template's: one message, one language.
    /// </summary>
    private static CultureInfo CultureFor(MessageTemplate template, string customerCulture) =>
        CultureChain.Find(customerCulture) is { } own && own.TwoLetterISOLanguageName == template.Culture.TwoLetterISOLanguageName
            ? own
            : template.Culture;

    private static void RequireAll(MessageTemplate template, Dictionary<string, object?> model)
    {
        string[] missing = [.. template.Head.Requires.Where(path => !MessageModel.IsGiven(MessageModel.Find(model, path)))];
        if (missing.Length > 0)
        {
            throw new TemplateException(
                $"{DataLacks}: {string.Join(", ", missing)}; raise the event that carries it, or discard the message."
            );
        }
    }

    private MessageContent Mail(
        MessageTemplate template,
        MessageTemplate? value,
        MessageRequest request,
        Contact contact,
        WordBook words,
        TemplateFilling filling
    )
    {
        string subject = filling.Line(template.Subject);
        if (subject.Length == 0)
        {
            throw new TemplateException("its subject is empty; give subject: in the front matter, with a value that is required.");
        }

        string preheader = filling.Line(template.Preheader);
        var parts = new MailParts(
            subject,
            preheader,
            filling.Line(template.Headline),
            template.Head.HasHeadline,
            ProgressReader.Read(template, request, setup, words, filling.Facts),
            contact,
            ReasonOf(request, words),
            words
        );
        (MessageSkeleton stencil, SlotValues values) = Fit(template, value, MessageForm.Mail, parts, filling);
        return new MessageContent(new FilledText(stencil.Text, values.Texts), new FilledText(stencil.Html!, values.Html))
        {
            Subject = subject,
            Preheader = preheader,
            Culture = words.Culture.Name,
            From = setup.Brand.From,
            ReplyTo = contact.ReplyTo,
        };
    }

    private FilledText Text(MessageTemplate template, MessageTemplate? value, MessageForm form, WordBook words, TemplateFilling filling)
    {
        (MessageSkeleton stencil, SlotValues values) = Fit(template, value, form, MailParts.None(words), filling);
        return new FilledText(stencil.Text, values.Texts);
    }

    private static string Markdown(MessageTemplate template, MessageTemplate? value, TemplateFilling filling)
    {
        var values = new SlotValues();
        string body = filling.Markdown(template.Body, values)!;
        return InlinedValues.Fill(value is null ? body : $"{body.TrimEnd()}\n\n{filling.Markdown(value.Body, values)}", values);
    }

    /// <summary>The stencil that fits a message, and the message's values.</summary>
    private (MessageSkeleton TextSkeleton, SlotValues Values) Fit(
        MessageTemplate template,
        MessageTemplate? value,
        MessageForm form,
        MailParts parts,
        TemplateFilling filling
    )
    {
        ITemplate? addition = value?.Body ?? (form is MessageForm.Mail ? template.Extra : null);
        var values = new SlotValues();
        string body = filling.Markdown(template.Body, values)!;
        string? extra = filling.Markdown(addition, values);
        MailParts marked = parts.Marked(values);
        var key = new SkeletonKey(
            template,
            parts.Words.Culture,
            form,
            body,
            extra,
            parts.Preheader.Length > 0,
            parts.Headline.Length > 0,
            parts.Progress?.Shape ?? default
        );
        MessageSkeleton? stencil = shelf.Find(key);
        if (stencil is null)
        {
            stencil = cutter.Cut(form, body, extra, marked);
            shelf.Keep(key, stencil);
        }

        if (stencil == MessageSkeleton.NeedsValues)
        {
            body = InlinedValues.Fill(body, values);
            extra = extra is null ? null : InlinedValues.Fill(extra, values);
            values = new SlotValues();
            stencil = cutter.Cut(form, body, extra, parts.Marked(values));
        }

        return (stencil, values);
    }

    private string Compact(string text)
    {
        string name = setup.Brand.Name;
        bool named = name.Length == 0 || text.Contains(name, StringComparison.OrdinalIgnoreCase);
        return GsmText.Simplify(named ? text : $"{name}: {text}");
    }

    private string ReasonOf(MessageRequest request, WordBook words)
    {
        string key = request.Category switch
        {
            Category.Promotional => "why.promotional",
            Category.Service => "why.service",
            _ => "why.transactional",
        };
        return setup.Brand.Name.Length == 0
            ? ""
            : words.Say(key, words.Journey(request.Journey.Lifecycle, TextSafety.OneLine(request.Journey.Key)), setup.Brand.Name);
    }
}
