using System.Net;
using System.Text;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>Makes a Handlebars template of a part of a mail: names stand where the values of a sample stood.</summary>
internal static class MailTemplate
{
    public static string Of(string part, IReadOnlyDictionary<string, string> sample, bool isHtml)
    {
        var template = new StringBuilder();
        string rest = part;
        while (First(rest, sample, isHtml) is { } found)
        {
            template.Append(rest.AsSpan(0, found.At)).Append(isHtml ? $"{{{{{found.Name}}}}}" : $"{{{{{{{found.Name}}}}}}}");
            rest = rest[(found.At + found.Length)..];
        }

        return template.Append(rest).ToString();
    }

    private static (int At, int Length, string Name)? First(string text, IReadOnlyDictionary<string, string> sample, bool isHtml)
    {
        (int At, int Length, string Name)? first = null;
        foreach ((string name, string value) in sample)
        {
            string written = isHtml ? WebUtility.HtmlEncode(value) : value;
            int at = text.IndexOf(written, StringComparison.Ordinal);
            if (at >= 0 && (first is null || at < first.Value.At))
            {
                first = (at, written.Length, name);
            }
        }

        return first;
    }
}
