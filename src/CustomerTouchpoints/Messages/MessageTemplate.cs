using System.Globalization;
using CustomerTouchpoints.Messages.Formatting;
using CustomerTouchpoints.Messages.Templates;
using CustomerTouchpoints.Messages.Text;
using CustomerTouchpoints.Responses.Targets;

namespace CustomerTouchpoints.Messages;

/// <summary>One template file, compiled.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class MessageTemplate
{
    private MessageTemplate(string file, TemplateFileName name, CultureInfo culture, FrontMatter head)
    {
        File = file;
        Name = name.Template;
        Channel = name.Channel;
        Culture = culture;
        Head = head;
    }

    /// <summary>The file's path, for faults.</summary>
    public string File { get; }

    public string Name { get; }

    public Channel? Channel { get; }

    public CultureInfo Culture { get; }

    public FrontMatter Head { get; }

    /// <summary>The names of the deadlines that it mentions: what it tells of them is promised.</summary>
    public IReadOnlyList<string> Deadlines { get; private init; } = [];

    /// <summary>The names of the links that it mentions.</summary>
    public IReadOnlyList<string> Links { get; private init; } = [];

    public required ITemplate Body { get; init; }

    public ITemplate? Subject { get; private init; }

    public ITemplate? Headline { get; private init; }

    public ITemplate? Preheader { get; private init; }

    public ITemplate? Extra { get; private init; }

    /// <summary>Reads and compiles a file.</summary>
    /// <exception cref="TemplateException">The file is not a template; the message says why, without the file.</exception>
    public static MessageTemplate Read(
        string file,
        string text,
        TemplateFileName name,
        CultureInfo culture,
        ITemplateEngine engine,
        SharedParts parts
    )
    {
        (FrontMatter head, string body) = FrontMatter.Read(text);
        var texts = new List<string> { text };
        ITemplate? Compile(string key, string? source, int line) =>
            source is null
                ? null
                : MessageTemplate.Compile(key, source, line, file, engine, part => Found(parts.Find(part, culture), texts));
        return new MessageTemplate(file, name, culture, head)
        {
            Body = Compile("body", body, head.BodyLine)!,
            Subject = Compile("subject", head.Subject, LineOf("subject")),
            Headline = Compile("headline", head.Headline, LineOf("headline")),
            Preheader = Compile("preheader", head.Preheader, LineOf("preheader")),
            Extra = Compile("extra", head.Extra, LineOf("extra")),
            Links = [.. texts.SelectMany(MessageLinks.In).Distinct(StringComparer.Ordinal)],
            Deadlines = [.. texts.SelectMany(DeadlineWords.In).Distinct(StringComparer.Ordinal)],
        };

        int LineOf(string key) => head.Lines.GetValueOrDefault(key, 1);
    }

    private static ITemplate Compile(
        string key,
        string source,
        int line,
        string file,
        ITemplateEngine engine,
        Func<string, TemplatePart?> findPart
    )
    {
        try
        {
            return engine.Compile(
                new TemplateSource
                {
                    Name = Path.GetFileName(file),
                    Text = Checked(source),
                    FirstLine = line,
                    Helpers = MessageHelpers.All,
                    FindPart = findPart,
                }
            );
        }
        catch (TemplateException fault)
        {
            throw new TemplateException($"in its {key}, {fault.Message}", fault);
        }
    }

    private static TemplatePart? Found(TemplatePart? part, List<string> texts)
    {
        if (part is not null)
        {
            texts.Add(Checked(part.Text));
        }

        return part;
    }

    private static string Checked(string source) =>
        SlotMark.IsIn(source)
            ? throw new TemplateException(
                "it has a noncharacter between U+FDD0 and U+FDEF, which Unicode reserves for use inside programs; remove it."
            )
            : source;
}
