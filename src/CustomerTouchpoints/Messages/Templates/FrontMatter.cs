using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>The head of a template's file, between two lines of <c>---</c>.</summary>
internal sealed record FrontMatter
{
    private const string Fence = "---";

    private static readonly string[] KnownKeys =
    [
        "subject",
        "headline",
        "preheader",
        "requires",
        "sample",
        "topic",
        "progress",
        "extra",
        "attachments",
        "answers",
        "personal",
    ];

    /// <summary>The subject line: a template of one line.</summary>
    public string? Subject { get; init; }

    /// <summary>The headline of a mail: a template of one line. Null leaves it to the body's own heading, or the subject.</summary>
    public string? Headline { get; init; }

    /// <summary>Whether a mail that brings no headline of its own gets one. Default true.</summary>
    public bool HasHeadline { get; init; } = true;

    /// <summary>The preview line: a template of one line.</summary>
    public string? Preheader { get; init; }

    /// <summary>Data without which the message goes to review; dotted paths.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Data that the template is rendered with at start-up.</summary>
    public Dictionary<string, object?> Sample { get; init; } = [];

    /// <summary>Which of the brand's contacts belongs here.</summary>
    public string? Topic { get; init; }

    /// <summary>
    /// Whether the mail shows the steps of the journey's line. Null, the default, shows them where the message tells that one was reached.
    /// </summary>
    public bool? Progress { get; init; }

    /// <summary>
    /// Added value after the service content: Markdown, a template like the body. Mail only; left out when it renders to nothing.
    /// </summary>
    public string? Extra { get; init; }

    /// <summary>Where in the data the files are that come with the message; dotted paths.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>Where in the data the id of the message is that this one answers; a dotted path.</summary>
    public string? Answers { get; init; }

    /// <summary>Where in the data it says that a person wrote the message; a dotted path, or <c>true</c>.</summary>
    public string? Personal { get; init; }

    /// <summary>The line of the file on which the body begins.</summary>
    public int BodyLine { get; init; } = 1;

    /// <summary>The lines of the file on which the values of its keys begin.</summary>
    public IReadOnlyDictionary<string, int> Lines { get; init; } = new Dictionary<string, int>();

    /// <summary>Parts a file into its front matter and its body.</summary>
    /// <exception cref="TemplateException">The front matter is broken; the message names every fault.</exception>
    public static (FrontMatter Head, string Body) Read(string file)
    {
        string text = file.ReplaceLineEndings("\n").TrimStart('\uFEFF');
        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            return (new FrontMatter(), text);
        }

        int end = text.IndexOf("\n" + Fence, Fence.Length, StringComparison.Ordinal);
        if (end < 0 || (end + 1 + Fence.Length < text.Length && text[end + 1 + Fence.Length] != '\n'))
        {
            throw new TemplateException("its front matter has no end; close it with a line of ---.");
        }

        string yaml = text[(Fence.Length + 1)..Math.Max(end, Fence.Length + 1)];
        int bodyStart = end + 1 + Fence.Length;
        while (bodyStart < text.Length && text[bodyStart] == '\n')
        {
            bodyStart++;
        }

        return (Parse(yaml) with { BodyLine = text.AsSpan(0, bodyStart).Count('\n') + 1 }, text[bodyStart..].TrimEnd('\n'));
    }

    private static FrontMatter Parse(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException fault)
        {
            throw new TemplateException(
                $"its front matter is not YAML (line {fault.Start.Line + 1}): {fault.Message.TrimEnd('.')}; put texts with colons or "
                    + "braces in quotes.",
                fault
            );
        }

        if (stream.Documents.Count == 0)
        {
            return new FrontMatter();
        }

        return stream.Documents[0].RootNode is YamlMappingNode root
            ? Read(YamlModel.Map(root)) with
            {
                Lines = LinesOf(root),
            }
            : throw new TemplateException("its front matter is not a list of keys and values; write lines like subject: \"…\".");
    }

    /// <summary>The first line is the fence; a block's text begins on the line after its sign.</summary>
    private static Dictionary<string, int> LinesOf(YamlMappingNode root) =>
        root
            .Children.Where(entry => entry is { Key: YamlScalarNode { Value: not null }, Value: YamlScalarNode })
            .ToDictionary(
                entry => ((YamlScalarNode)entry.Key).Value!,
                entry =>
                    (int)entry.Value.Start.Line
                    + (((YamlScalarNode)entry.Value).Style is ScalarStyle.Literal or ScalarStyle.Folded ? 2 : 1),
                StringComparer.Ordinal
            );

    private static FrontMatter Read(Dictionary<string, object?> values)
    {
        string[] unknown = [.. values.Keys.Except(KnownKeys, StringComparer.Ordinal)];
        return unknown.Length > 0
            ? throw new TemplateException(
                $"its front matter has unknown keys: {string.Join(", ", unknown)}; the known ones are {string.Join(", ", KnownKeys)}."
            )
            : new FrontMatter
            {
                Subject = Text(values, "subject"),
                Headline = values.GetValueOrDefault("headline") is false ? null : Text(values, "headline"),
                HasHeadline = values.GetValueOrDefault("headline") is not false,
                Preheader = Text(values, "preheader"),
                Topic = Text(values, "topic"),
                Extra = Text(values, "extra"),
                Answers = Text(values, "answers"),
                Personal = Text(values, "personal"),
                Progress = values.GetValueOrDefault("progress") switch
                {
                    null => null,
                    bool shown => shown,
                    _ => throw new TemplateException("its progress is neither true nor false; true shows the steps of the line."),
                },
                Requires = Names(values, "requires"),
                Attachments = Names(values, "attachments"),
                Sample = values.GetValueOrDefault("sample") switch
                {
                    null => [],
                    Dictionary<string, object?> map => map,
                    _ => throw new TemplateException("its sample is not a map; write indented lines of name: value under sample:."),
                },
            };
    }

    private static string? Text(Dictionary<string, object?> values, string key) =>
        values.GetValueOrDefault(key) switch
        {
            null => null,
            IReadOnlyDictionary<string, object?> or IReadOnlyList<object?> => throw new TemplateException(
                $"its {key} is not a text; put it in quotes (a value that begins with a brace needs them)."
            ),
            object scalar => Convert.ToString(scalar, System.Globalization.CultureInfo.InvariantCulture),
        };

    private static IReadOnlyList<string> Names(Dictionary<string, object?> values, string key) =>
        values.GetValueOrDefault(key) switch
        {
            null => [],
            string one => [one],
            IReadOnlyList<object?> many when many.All(each => each is string { Length: > 0 }) => [.. many.Cast<string>()],
            _ => throw new TemplateException($"its {key} is not a list of names; write {key}: [orderNumber, parcel.carrier]."),
        };
}
