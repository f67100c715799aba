using Microsoft.Extensions.Options;

namespace CustomerTouchpoints.Engine.Admission;

/// <summary>The topics that a host has declared, as customers may decline them here.</summary>
internal sealed class TopicBook(IEnumerable<Topic> declared, IOptions<TouchpointsOptions> options)
{
    private IReadOnlyList<Topic>? topics;

    /// <summary>In the order in which they were declared.</summary>
    public IReadOnlyList<Topic> All => topics ??= [.. declared.Distinct().Select(AsDeclinedHere)];

    /// <summary>A topic by its name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public Topic Of(string name, string parameter) =>
        All.FirstOrDefault(topic => topic.Name == name)
        ?? throw new ArgumentException(
            $"There is no topic \"{Identifier.Shown(name)}\". Declared: {(All.Count == 0 ? "none" : string.Join(", ", All))}. Add it with "
                + "AddTopic.",
            parameter
        );

    private Topic AsDeclinedHere(Topic topic) =>
        topic.Category == Category.Service && (topic.OnlyOnRequest || options.Value.ServiceMayBeDeclined)
            ? topic with
            {
                MayBeDeclined = true,
            }
            : topic;
}
