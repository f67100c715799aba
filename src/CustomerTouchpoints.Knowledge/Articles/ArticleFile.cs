using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CustomerTouchpoints.Knowledge.Articles;

/// <summary>An article as a Markdown file: front matter between two lines of <c>---</c>, and the answer below.</summary>
/// <param name="Id">Which article: the file's name without <c>.md</c>.</param>
/// <param name="Content">What it says.</param>
/// <param name="IsDraft">Whether it is not to be published.</param>
internal sealed record ArticleFile(ArticleId Id, ArticleContent Content, bool IsDraft)
{
    private const string Fence = "---";

    private static readonly string[] KnownKeys =
    [
        "question",
        "variants",
        "topics",
        "products",
        "valid-from",
        "valid-to",
        "review-days",
        "pictures",
        "videos",
        "draft",
    ];

    /// <summary>Reads a file.</summary>
    /// <exception cref="InvalidArticleException">It is not an article; the message says where and why.</exception>
    public static ArticleFile Read(string path)
    {
        try
        {
            var id = ArticleId.Parse(Path.GetFileNameWithoutExtension(path));
            (YamlMappingNode head, string body) = Split(File.ReadAllText(path));
            ArticleContent content = ContentOf(head, body);
            ContentCheck.Demand(content);
            return new ArticleFile(id, content, Text(head, "draft") is "true");
        }
        catch (Exception fault) when (fault is YamlException or ArgumentException or FormatException)
        {
            throw new InvalidArticleException(path, fault.Message, fault);
        }
    }

    private static (YamlMappingNode Head, string Body) Split(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        int end = Array.IndexOf(lines, Fence, 1);
        if (lines[0] != Fence || end < 0)
        {
            throw new FormatException("It has no front matter: begin with a line of ---, then question: ..., then a line of ---.");
        }

        var yaml = new YamlStream();
        yaml.Load(new StringReader(string.Join('\n', lines[1..end])));
        return yaml.Documents is [{ RootNode: YamlMappingNode head }]
            ? (head, string.Join('\n', lines[(end + 1)..]).Trim())
            : throw new FormatException("Its front matter is no map: write lines of name: value.");
    }

    private static ArticleContent ContentOf(YamlMappingNode head, string body)
    {
        string[] unknown = [.. head.Children.Keys.Select(key => $"{key}").Except(KnownKeys, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            throw new FormatException(
                $"It has unknown keys: {string.Join(", ", unknown)}; the known ones are {string.Join(", ", KnownKeys)}."
            );
        }

        return new ArticleContent
        {
            Question = Text(head, "question") ?? throw new FormatException("It has no question: write question: How do I ...?"),
            Answer = body,
            Variants = List(head, "variants"),
            Topics = List(head, "topics"),
            Products = List(head, "products"),
            Media = [.. Media(head, "pictures", ArticleMediaKind.Picture), .. Media(head, "videos", ArticleMediaKind.Video)],
            ValidFrom = Time(head, "valid-from"),
            ValidTo = Time(head, "valid-to"),
            ReviewEvery = Text(head, "review-days") is { } days
                ? TimeSpan.FromDays(double.Parse(days, CultureInfo.InvariantCulture))
                : null,
        };
    }

    private static string? Text(YamlMappingNode head, string key) =>
        head.Children.TryGetValue(key, out YamlNode? node)
            ? (node as YamlScalarNode)?.Value ?? throw new FormatException($"Its {key} is not a text.")
            : null;

    private static string[] List(YamlMappingNode head, string key) =>
        head.Children.TryGetValue(key, out YamlNode? node)
            ? node switch
            {
                YamlScalarNode { Value: { } one } => [one],
                YamlSequenceNode many when many.All(each => each is YamlScalarNode { Value: not null }) =>
                [
                    .. many.Select(each => ((YamlScalarNode)each).Value!),
                ],
                _ => throw new FormatException($"Its {key} is not a list of texts; put those with a colon in quotes."),
            }
            : [];

    /// <summary>Pictures and videos are a map from address to description.</summary>
    private static IEnumerable<ArticleMedia> Media(YamlMappingNode head, string key, ArticleMediaKind kind) =>
        head.Children.TryGetValue(key, out YamlNode? node)
            ? node is YamlMappingNode map
                ? map.Children.Select(each => new ArticleMedia(kind, new Uri($"{each.Key}", UriKind.RelativeOrAbsolute), $"{each.Value}"))
                : throw new FormatException($"Its {key} is no map; write indented lines of address: what it shows.")
            : [];

    private static DateTimeOffset? Time(YamlMappingNode head, string key) =>
        Text(head, key) is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
}
