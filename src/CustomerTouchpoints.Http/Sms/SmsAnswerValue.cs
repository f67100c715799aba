using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>Where in a gateway's answer a value is found.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
public sealed class SmsAnswerValue
{
    private const int Longest = 200;

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(100);

    private readonly Func<string, string?> read;

    private SmsAnswerValue(Func<string, string?> read) => this.read = read;

    /// <summary>In JSON, by a pointer (RFC 6901) such as <c>/messages/0/message-id</c>.</summary>
    /// <exception cref="ArgumentException">The pointer does not begin with a slash.</exception>
    public static SmsAnswerValue Json(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        if (path[0] != '/')
        {
            throw new ArgumentException($"\"{path}\" does not begin with a slash. Use one like /messages/0/message-id.", nameof(path));
        }

        string[] steps =
        [
            .. path[1..]
                .Split('/')
                .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
        ];
        return new SmsAnswerValue(answer => InJson(answer, steps));
    }

    /// <summary>In XML: the text of the first element of a name, whatever its namespace.</summary>
    public static SmsAnswerValue Xml(string element)
    {
        ArgumentException.ThrowIfNullOrEmpty(element);
        return new SmsAnswerValue(answer => InXml(answer, element));
    }

    /// <summary>In text, by a regular expression: its first group, such as <c>^OK: (\S+)</c>.</summary>
    /// <exception cref="ArgumentException">The expression can't be read.</exception>
    public static SmsAnswerValue Text(string pattern)
    {
        var expression = new Regex(pattern, RegexOptions.CultureInvariant, Patience);
        return new SmsAnswerValue(answer => expression.Match(answer) is { Success: true } match ? match.Groups[1].Value : null);
    }

    /// <summary>Reads it; null when it is not there, or is no value of an answer.</summary>
    internal string? Read(string? answer)
    {
        try
        {
            string? value = answer is null ? null : read(answer)?.Trim();
            return value is { Length: > 0 and <= Longest } && !value.Any(char.IsControl) ? value : null;
        }
        catch (Exception fault) when (fault is JsonException or XmlException or RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static string? InJson(string answer, string[] steps)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement at = document.RootElement;
        foreach (string step in steps)
        {
            if (at.ValueKind is JsonValueKind.Object && at.TryGetProperty(step, out JsonElement member))
            {
                at = member;
            }
            else if (
                at.ValueKind is JsonValueKind.Array
                && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
                && index < at.GetArrayLength()
            )
            {
                at = at[index];
            }
            else
            {
                return null;
            }
        }

        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString(),
            JsonValueKind.Number => at.GetRawText(),
            _ => null,
        };
    }

    private static string? InXml(string answer, string element)
    {
        using var text = new StringReader(answer);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader).Descendants().FirstOrDefault(each => each.Name.LocalName == element)?.Value;
    }
}
