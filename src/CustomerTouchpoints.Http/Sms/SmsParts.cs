using System.Text;

namespace CustomerTouchpoints.Http.Sms;

/// <summary>What fills the places of a gateway's request.</summary>
internal sealed record SmsParts(string To, string From, string Text, string Id, bool IsUnicode)
{
    /// <summary>Anything, for the check at the start.</summary>
    public static SmsParts Sample { get; } = new("+393331234567", "Lumen", "text", "0", IsUnicode: false);

    /// <summary>The text with its places filled, once: what a value has in it is no place.</summary>
    public string Fill(string template, Func<string, string> encode)
    {
        var filled = new StringBuilder(template.Length + Text.Length);
        int at = 0;
        while (at < template.Length)
        {
            int open = template.IndexOf('{', at);
            int close = open < 0 ? -1 : template.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            string? value = ValueOf(template[(open + 1)..close]);
            filled.Append(template, at, open - at).Append(value is null ? "{" : encode(value));
            at = value is null ? open + 1 : close + 1;
        }

        return filled.Append(template, at, template.Length - at).ToString();
    }

    private string? ValueOf(string place) =>
        place switch
        {
            "to" => To,
            "to-digits" => To.TrimStart('+'),
            "from" => From,
            "text" => Text,
            "id" => Id,
            "encoding" => IsUnicode ? "unicode" : "text",
            _ => null,
        };
}
