using System.Globalization;
using CustomerTouchpoints.Channels;
using CustomerTouchpoints.Messages.Branding;
using CustomerTouchpoints.Messages.Rendering;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Words;
using CustomerTouchpoints.Touchpoints;
using NodaTime;

namespace CustomerTouchpoints.Messages;

/// <summary>Renders one template: values into Markdown, Markdown into each part that the channel's form needs.</summary>
/// <remarks>Thread-safe.</remarks>
internal sealed class MessageRenderer(MessageSetup setup)
{
    private readonly MailLayout layout = new(setup.Brand, setup.Style);

    /// <summary>Renders a message.</summary>
    /// <param name="template">The template.</param>
    /// <param name="request">Who is told what; its data is ignored in favour of <paramref name="data"/>.</param>
    /// <param name="form">The form to render.</param>
    /// <param name="data">The data, which becomes part of the model.</param>
    /// <param name="sample">For start-up: a sample whose reserved names are laid over the stand-ins. Null when it is for real.</param>
    /// <param name="strict">For start-up: whether a name that the model lacks is a fault.</param>
    /// <exception cref="TemplateException">The message can't be rendered.</exception>
    public MessageContent Render(
        MessageTemplate template, MessageRequest request, MessageForm form, Dictionary<string, object?> data, IReadOnlyDictionary<string, object?>? sample = null, bool strict = false)
    {
        CultureInfo culture = CultureFor(template, request.Customer.Culture);
        WordBook words = setup.WordsFor(culture);
        Contact contact = setup.Brand.ContactFor(template.Head.Topic);
        Dictionary<string, object?> model = MessageModel.Build(data, request, setup.Brand, contact, words);
        if (sample is not null)
        {
            SampleModel.LayOver(model, sample);
        }

        RequireAll(template, model);
        DateTimeZone zone = setup.ZoneOf(request.Customer.TimeZone, out bool isCustomers);
        var facts = new MessageFacts(Instant.FromDateTimeOffset(request.Now), zone, isCustomers, setup.DefaultZone, words, IsMarkdown: true);
        string Line(ITemplate? line) => line is null
            ? ""
            : TextSafety.Cut(TextSafety.OneLine(line.Render(model, Context(facts with { IsMarkdown = false }, TextSafety.OneLine, strict))), MessageLimits.LineCharacters);
        MarkdownMessage Markdown(ITemplate part) => MarkdownMessage.Parse(part.Render(model, Context(facts, MarkdownEscape.Escape, strict)));

        MarkdownMessage body = Markdown(template.Body);
        if (form is MessageForm.Compact)
        {
            return new MessageContent { Text = Compact(body.ToText(compact: true)) };
        }

        string subject = Line(template.Subject);
        if (form is MessageForm.Plain)
        {
            return new MessageContent { Subject = subject, Text = Bounded(body.ToText(compact: false)) };
        }

        if (subject.Length == 0)
        {
            throw new TemplateException("its subject is empty; give subject: in the front matter, with a value that is required.");
        }

        MarkdownMessage? extra = template.Extra is null ? null : Markdown(template.Extra);
        return Mail(subject, Line(template.Preheader), body, extra is { IsEmpty: true } ? null : extra, template, request, contact, words);
    }

    /// <summary>The customer's own culture where the template is in its language (fr-CA reading fr), else the template's: one message, one language.</summary>
    private static CultureInfo CultureFor(MessageTemplate template, string customerCulture) =>
        CultureChain.Find(customerCulture) is { } own && own.TwoLetterISOLanguageName == template.Culture.TwoLetterISOLanguageName
            ? own
            : template.Culture;

    private static void RequireAll(MessageTemplate template, Dictionary<string, object?> model)
    {
        string[] missing = [.. template.Head.Requires.Where(path => !MessageModel.IsGiven(MessageModel.Find(model, path)))];
        if (missing.Length > 0)
        {
            throw new TemplateException($"the data lacks what it requires: {string.Join(", ", missing)}; raise the event that carries it, or discard the message.");
        }
    }

    private static RenderContext Context(MessageFacts facts, Func<string, string> escape, bool strict) => new()
    {
        Escape = escape,
        Culture = facts.Words.Culture,
        Strict = strict,
        MaxOutput = MessageLimits.PartCharacters,
        Facts = facts,
    };

    private static string Bounded(string part) => part.Length <= MessageLimits.PartCharacters
        ? part
        : throw new TemplateException($"a part of it passes {MessageLimits.PartCharacters} characters; shorten the data or the template.");

    private string Compact(string text)
    {
        string name = setup.Brand.Name;
        bool named = name.Length == 0 || text.Contains(name, StringComparison.OrdinalIgnoreCase);
        return Bounded(GsmText.Simplify(named ? text : $"{name}: {text}"));
    }

    private MessageContent Mail(
        string subject,
        string preheader,
        MarkdownMessage body,
        MarkdownMessage? extra,
        MessageTemplate template,
        MessageRequest request,
        Contact contact,
        WordBook words)
    {
        string key = request.Category switch
        {
            Category.Promotional => "why.promotional",
            Category.Service => "why.service",
            _ => "why.transactional",
        };
        string reason = setup.Brand.Name.Length == 0
            ? ""
            : words.Say(key, words.Journey(request.Journey.Lifecycle, TextSafety.OneLine(request.Journey.Key)), setup.Brand.Name);

        // The texts come first: rendering HTML writes styles into the documents.
        string bodyText = body.ToText(compact: false);
        string? extraText = extra?.ToText(compact: false);
        var parts = new MailParts(
            subject,
            preheader,
            body.ToHtml(setup.Style),
            extra?.ToHtml(setup.Style),
            template.Head.Progress ? request.Step : null,
            request.Steps,
            contact,
            contact.ReplyTo is not null,
            reason,
            words);
        return new MessageContent
        {
            Subject = subject,
            Preheader = preheader,
            Text = Bounded(MailText.Compose(bodyText, extraText, parts, setup.Brand)),
            Html = Bounded(layout.Compose(parts)),
            From = setup.Brand.From,
            ReplyTo = contact.ReplyTo,
        };
    }
}
