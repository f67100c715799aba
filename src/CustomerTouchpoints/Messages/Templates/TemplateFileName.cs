using System.Globalization;
using System.Text.RegularExpressions;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages.Templates;

/// <summary>
/// What a template's file name says: <c>order-shipped.md</c>, <c>order-shipped.fr-CA.md</c>, <c>order-shipped.sms.md</c>,
/// <c>order-shipped.sms.fr-CA.md</c>.
/// </summary>
/// <param name="Template">The template's name.</param>
/// <param name="Channel">The only channel it is for; null for all.</param>
/// <param name="Culture">The culture it is written in; null for the default one.</param>
internal sealed partial record TemplateFileName(string Template, Channel? Channel, CultureInfo? Culture)
{
    /// <summary>
    /// Reads a name without its ending. A single middle part is a channel if the host knows one of that name, else a culture, else a
    /// channel.
    /// </summary>
    public static bool TryRead(string stem, IEnumerable<Channel> knownChannels, out TemplateFileName? name)
    {
        name = null;
        string[] parts = stem.Split('.');
        if (parts.Length > 3 || !Word().IsMatch(parts[0]) || !parts.Skip(1).All(part => Tag().IsMatch(part)))
        {
            return false;
        }

        name = parts.Length switch
        {
            1 => new TemplateFileName(parts[0], null, null),
            2 when knownChannels.All(channel => channel.Name != parts[1]) && CultureChain.Find(parts[1]) is { } culture =>
                new TemplateFileName(parts[0], null, culture),
            2 when Word().IsMatch(parts[1]) => new TemplateFileName(parts[0], new Channel(parts[1]), null),
            3 when Word().IsMatch(parts[1]) && CultureChain.Find(parts[2]) is { } culture => new TemplateFileName(
                parts[0],
                new Channel(parts[1]),
                culture
            ),
            _ => null,
        };
        return name is not null;
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,63}$")]
    private static partial Regex Word();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9-]{0,63}$")]
    private static partial Regex Tag();
}
