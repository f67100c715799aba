using System.Globalization;
using System.Text;

namespace CustomerTouchpoints.Lifecycles.Diagrams;

/// <summary>What Mermaid can read: ids that are no keywords of its own, and free text with everything else as an entity.</summary>
internal static class MermaidText
{
    // Mermaid's keywords, and two names that its own code trips over ("root", "constructor").
    private static readonly HashSet<string> Reserved =
    [
        "acctitle",
        "accdescr",
        "as",
        "choice",
        "class",
        "classdef",
        "click",
        "constructor",
        "default",
        "direction",
        "end",
        "fork",
        "hide",
        "href",
        "join",
        "note",
        "root",
        "scale",
        "state",
        "style",
        "title",
    ];

    /// <summary>The id of a state. Names have no underscore, so a leading one can't meet another state.</summary>
    public static string Id(string stateName)
    {
        string id = stateName.Replace('-', '_');
        return Reserved.Contains(id) ? "_" + id : id;
    }

    /// <summary>Free text on one line.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (Rune.IsControl(rune))
            {
                escaped.Append(' ');
            }
            else if (!rune.IsAscii || Rune.IsLetterOrDigit(rune) || " .,-'()[]/+&?!_".Contains((char)rune.Value, StringComparison.Ordinal))
            {
                escaped.Append(rune.ToString());
            }
            else
            {
                escaped.Append(CultureInfo.InvariantCulture, $"#{rune.Value};");
            }
        }

        return escaped.ToString();
    }
}
