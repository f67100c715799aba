using System.Globalization;
using CustomerTouchpoints.Messages.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>Turns YAML into what templates see, with the types that the same text has in JSON: dates stay texts.</summary>
internal static class YamlModel
{
    /// <exception cref="TemplateException">The YAML nests too deeply (or refers to itself).</exception>
    public static object? Value(YamlNode node, int depth = 1)
    {
        if (depth > MessageLimits.DataDepth)
        {
            throw new TemplateException($"its front matter nests deeper than {MessageLimits.DataDepth} levels; flatten it.");
        }

        return node switch
        {
            YamlMappingNode map => Map(map, depth),
            YamlSequenceNode list => list.Select(item => Value(item, depth + 1)).ToList(),
            YamlScalarNode { Style: ScalarStyle.Plain } scalar => Plain(scalar.Value ?? ""),
            YamlScalarNode scalar => scalar.Value,
            _ => null,
        };
    }

    public static Dictionary<string, object?> Map(YamlMappingNode map, int depth = 1)
    {
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach ((YamlNode key, YamlNode value) in map.Children)
        {
            values[(key as YamlScalarNode)?.Value ?? ""] = Value(value, depth + 1);
        }

        return values;
    }

    private static object? Plain(string text) =>
        text switch
        {
            "" or "~" or "null" => null,
            "true" => true,
            "false" => false,
            _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole)
                    && !HasLeadingZero(text) => whole,
            _ when decimal.TryParse(
                    text,
                    NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                    CultureInfo.InvariantCulture,
                    out decimal exact
                ) && !HasLeadingZero(text) => exact,
            _ => text,
        };

    /// <summary>An order number such as 00123 is a text.</summary>
    private static bool HasLeadingZero(string text) => text.Length > 1 && text[0] == '0' && char.IsAsciiDigit(text[1]);
}
