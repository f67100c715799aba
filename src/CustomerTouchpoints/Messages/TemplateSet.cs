using System.Collections.Frozen;
using System.Globalization;
using CustomerTouchpoints.Messages.Words;

namespace CustomerTouchpoints.Messages;

/// <summary>
/// All templates of a host, read and compiled once. A message is looked for language by language: first in the customer's (<c>fr-CA</c>,
/// <c>fr</c>), then in the default one; within a language the channel's own file comes before the general one. So a customer reads their
/// language, even where only another one has a text made for the channel.
/// </summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class TemplateSet
{
    private readonly Dictionary<string, Dictionary<(string Channel, string Culture), TemplateEntry>> entries;
    private readonly MessageSetup setup;
    private readonly FrozenDictionary<string, string[]> deadlines;

    /// <param name="all">One entry for each template, channel and culture.</param>
    /// <param name="setup">The defaults.</param>
    public TemplateSet(IEnumerable<TemplateEntry> all, MessageSetup setup)
    {
        this.setup = setup;
        entries = all.GroupBy(entry => entry.Name.Template, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToDictionary(KeyOf), StringComparer.Ordinal);
        deadlines = entries
            .Select(files =>
                (
                    Name: files.Key,
                    Words: files
                        .Value.Values.SelectMany(entry => entry.Template?.Deadlines ?? [])
                        .Distinct()
                        .Order(StringComparer.Ordinal)
                        .ToArray()
                )
            )
            .Where(told => told.Words.Length > 0)
            .ToFrozenDictionary(told => told.Name, told => told.Words, StringComparer.Ordinal);
    }

    /// <summary>
    /// Whether a message of this name can be composed for the channel for every customer: in the default culture at least.
    /// </summary>
    public bool Contains(string template, Channel channel) => FindEntry(template, channel, null) is not null;

    /// <summary>The names of the deadlines that a template mentions, in any of its files.</summary>
    public IReadOnlyList<string> DeadlinesIn(string template) => deadlines.GetValueOrDefault(template) ?? [];

    /// <summary>The names of the links that a template mentions, in any of its files.</summary>
    public IEnumerable<string> LinksIn(string template) =>
        entries.GetValueOrDefault(template)?.Values.SelectMany(entry => entry.Template?.Links ?? []).Distinct() ?? [];

    /// <summary>The template for a customer; null when there is none, or when its file is broken.</summary>
    public MessageTemplate? Find(string template, Channel channel, CultureInfo? culture) => FindEntry(template, channel, culture)?.Template;

    /// <summary>Every entry, by name and file.</summary>
    public IEnumerable<TemplateEntry> Entries =>
        entries
            .OrderBy(entry => entry.Key, StringComparer.Ordinal)
            .SelectMany(entry => entry.Value.Values.OrderBy(each => each.File, StringComparer.Ordinal));

    /// <summary>The entry for the same template, channel and culture as another one; null when there is none.</summary>
    public TemplateEntry? Like(TemplateEntry other) => entries.GetValueOrDefault(other.Name.Template)?.GetValueOrDefault(KeyOf(other));

    private (string Channel, string Culture) KeyOf(TemplateEntry entry) =>
        (entry.Name.Channel?.Name ?? "", (entry.Name.Culture ?? setup.DefaultCulture).Name);

    private TemplateEntry? FindEntry(string template, Channel channel, CultureInfo? culture)
    {
        if (!entries.TryGetValue(template, out Dictionary<(string Channel, string Culture), TemplateEntry>? files))
        {
            return null;
        }

        return (culture is null ? null : FindIn(files, channel, culture)) ?? FindIn(files, channel, setup.DefaultCulture);
    }

    private static TemplateEntry? FindIn(
        Dictionary<(string Channel, string Culture), TemplateEntry> files,
        Channel channel,
        CultureInfo culture
    )
    {
        foreach (string variant in (ReadOnlySpan<string>)[channel.Name, ""])
        {
            foreach (string name in CultureChain.Of(culture))
            {
                if (files.TryGetValue((variant, name), out TemplateEntry? entry))
                {
                    return entry;
                }
            }
        }

        return null;
    }
}
