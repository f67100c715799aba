using System.Text;
using System.Text.Json;

namespace CustomerTouchpoints.Load.ByHand;

/// <summary>The same template texts, rendered as simply as can be: names are replaced by values. No layout, no escaping, no dates in words.</summary>
internal sealed class HandWrittenMail
{
    private readonly Dictionary<string, string[]> parts = [];

    public HandWrittenMail(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder, "*.md"))
        {
            // Every second part is a name.
            parts[Path.GetFileName(file).Split('.')[0]] = File.ReadAllText(file).Replace("}}", "{{", StringComparison.Ordinal).Split("{{");
        }
    }

    public string Render(string template, string data)
    {
        using JsonDocument values = JsonDocument.Parse(data);
        var text = new StringBuilder();
        string[] pieces = parts[template];
        for (int i = 0; i < pieces.Length; i++)
        {
            if (i % 2 == 0)
            {
                text.Append(pieces[i]);
            }
            else if (values.RootElement.TryGetProperty(pieces[i], out JsonElement value))
            {
                text.Append(value.ToString());
            }
        }

        return text.ToString();
    }
}
