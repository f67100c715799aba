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
    private MessageTemplate(
        string file,
        TemplateFileName name,
        CultureInfo culture,
        FrontMatter head,
        string body,
        ITemplateEngine engine,
        IReadOnlyList<string> deadlines
    )
    {
        Deadlines = deadlines;
        File = file;
        Name = name.Template;
        Channel = name.Channel;
        Culture = culture;
        Head = head;
        Body = Compile("body", body, engine)!;
        Subject = Compile("subject", head.Subject, engine);
        Preheader = Compile("preheader", head.Preheader, engine);
        Extra = Compile("extra", head.Extra, engine);
    }

    /// <summary>The file's path, for faults.</summary>
    public string File { get; }

    public string Name { get; }

    public Channel? Channel { get; }

    public CultureInfo Culture { get; }

    public FrontMatter Head { get; }

    /// <summary>The names of the deadlines that it mentions: what it tells of them is promised.</summary>
    public IReadOnlyList<string> Deadlines { get; }

    public ITemplate Body { get; }

    public ITemplate? Subject { get; }

    public ITemplate? Preheader { get; }

    public ITemplate? Extra { get; }

    /// <exception cref="TemplateException">The file is not a template; the message says why, without the file.</exception>
    public static MessageTemplate Read(string file, string text, TemplateFileName name, CultureInfo culture, ITemplateEngine engine)
    {
        (FrontMatter head, string body) = FrontMatter.Read(text);
        return new MessageTemplate(file, name, culture, head, body, engine, [.. DeadlineWords.In(text)]);
    }

    private ITemplate? Compile(string part, string? source, ITemplateEngine engine)
    {
        try
        {
            return source is null ? null : engine.Compile($"{Name} ({part})", Checked(source), MessageHelpers.All);
        }
        catch (TemplateException fault)
        {
            throw new TemplateException($"in its {part}, {fault.Message}", fault);
        }
    }

    private static string Checked(string source) =>
        SlotMark.IsIn(source)
            ? throw new TemplateException(
                "it has a noncharacter between U+FDD0 and U+FDEF, which Unicode reserves for use inside programs; remove it."
            )
            : source;
}
