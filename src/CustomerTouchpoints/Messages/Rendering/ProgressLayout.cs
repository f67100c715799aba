using System.Globalization;
using System.Net;
using System.Text;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages.Rendering;

/// <summary>
/// The steps of a journey's line. A few that have names stand beside each other, each with its name and the date on which it was reached
/// (below each other on a phone); of many, or without names, a bar says how many there are and how many are done.
/// </summary>
internal static class ProgressLayout
{
    /// <summary>More names than these do not fit beside each other.</summary>
    private const int MostBeside = 5;

    private const string Open = "[ ] ";
    private const string Done = "[x] ";
    private const string BarStyle = "height:6px;line-height:6px;font-size:0;border-radius:3px;";

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>Writes the steps as HTML.</summary>
    public static void Write(StringBuilder html, MailProgress progress, WordBook words, MailStyle style)
    {
        bool named = progress.IsNamed && progress.Steps <= MostBeside;
        html.Append("<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" ")
            .Append(Invariant, $"class=\"{(named ? "steps" : "")}\" style=\"margin:0 0 24px 0;table-layout:fixed;\"><tr>\n");
        for (int i = 0; i < progress.Steps; i++)
        {
            (string mark, string ground) = i < progress.Step ? ("done", style.Color) : ("rest", "#e3e6ea");
            html.Append(i == 0 ? "" : "<td class=\"gap\" width=\"8\" style=\"width:8px;font-size:0;\">&nbsp;</td>\n")
                .Append(Invariant, $"<td class=\"{(named ? "step" : "")}\" style=\"padding:0;vertical-align:top;\">")
                .Append(Invariant, $"<div class=\"bar {mark}\" style=\"{BarStyle}background-color:{ground};\">&nbsp;</div>");
            if (named)
            {
                Named(html, progress, i);
            }

            html.Append("</td>\n");
        }

        html.Append("</tr></table>\n");
        if (!named)
        {
            html.Append("<div class=\"quiet\" style=\"margin:-16px 0 24px 0;font-size:13px;line-height:20px;color:#5c626b;\">")
                .Append(WebUtility.HtmlEncode(Caption(progress, words)))
                .Append("</div>\n");
        }
    }

    /// <summary>The steps as plain text, a line each; nothing where they have no names.</summary>
    public static string Text(MailProgress progress) =>
        string.Join(
            '\n',
            progress.Names.Select(
                (name, i) => (i < progress.Step ? Done : Open) + name + (progress.Dates[i].Length > 0 ? $": {progress.Dates[i]}" : "")
            )
        );

    private static void Named(StringBuilder html, MailProgress progress, int index)
    {
        (string css, string look) =
            index + 1 == progress.Step ? ("ink", "color:#1c1e21;font-weight:700;")
            : index < progress.Step ? ("ink", "color:#1c1e21;")
            : ("quiet", "color:#5c626b;");
        html.Append(Invariant, $"<div class=\"name {css}\" style=\"padding-top:8px;font-size:13px;line-height:17px;{look}\">")
            .Append(WebUtility.HtmlEncode(progress.Names[index]))
            .Append("</div>");
        if (progress.Dates[index].Length > 0)
        {
            html.Append("<div class=\"date quiet\" style=\"font-size:12px;line-height:17px;color:#5c626b;\">")
                .Append(WebUtility.HtmlEncode(progress.Dates[index]))
                .Append("</div>");
        }
    }

    private static string Caption(MailProgress progress, WordBook words)
    {
        string count = words.Say("progress.step", progress.Step, progress.Steps);
        count = string.Concat(char.ToUpperInvariant(count[0]).ToString(), count.AsSpan(1));
        if (!progress.IsNamed)
        {
            return count;
        }

        string date = progress.Dates[progress.Step - 1];
        return $"{count}: {progress.Names[progress.Step - 1]}" + (date.Length > 0 ? $" ({date})" : "");
    }
}
