using Scriban.Syntax;

namespace CustomerTouchpoints.Messages.Scriban;

/// <summary>
/// A page that only writes: text, names of the model and calls of helpers with such names, one after the other. It needs none of Scriban's
/// scopes, loops and turns, and most lines of a message are like this.
/// </summary>
internal sealed class PlainPage
{
    private readonly List<(string Text, ScriptExpressionStatement? Value)> parts;

    private PlainPage(List<(string Text, ScriptExpressionStatement? Value)> parts)
    {
        this.parts = parts;
        Constant = parts.TrueForAll(part => part.Value is null) ? string.Concat(parts.Select(part => part.Text)) : null;
    }

    /// <summary>The text where the page has no values; null where it has.</summary>
    public string? Constant { get; }

    /// <summary>Reads a page whose expressions have been shortened; null when it does more than write.</summary>
    public static PlainPage? Of(ScriptPage page)
    {
        var parts = new List<(string Text, ScriptExpressionStatement? Value)>();
        foreach (ScriptStatement statement in page.Body?.Statements ?? [])
        {
            switch (statement)
            {
                case ScriptRawStatement raw:
                    parts.Add((raw.Text.ToString(), null));
                    break;
                case ScriptExpressionStatement { Expression: ModelPath or DirectCall } value:
                    parts.Add(("", value));
                    break;
                default:
                    return null;
            }
        }

        return new PlainPage(parts);
    }

    /// <summary>Writes it.</summary>
    public void Write(ScribanRendering rendering)
    {
        foreach ((string text, ScriptExpressionStatement? value) in parts)
        {
            if (value is null)
            {
                rendering.Write(text);
            }
            else
            {
                rendering.WriteValue(value);
            }
        }
    }
}
