using CustomerTouchpoints.Lifecycles.Versions;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>
/// What became of the states and rules of an earlier version, so that its journeys can go on under this one. What keeps its name needs no
/// word.
/// </summary>
/// <remarks>Not thread-safe: used once, inside <see cref="Lifecycle.Define"/>.</remarks>
public sealed class VersionMapBuilder
{
    private readonly VersionMap map;

    internal VersionMapBuilder(VersionMap map) => this.map = map;

    /// <summary>Says in which state journeys go on that are in a state which is no more. Nothing is told because of it.</summary>
    /// <param name="name">The state's name in the earlier version.</param>
    /// <param name="becomes">The state of this version.</param>
    /// <exception cref="ArgumentException">The name is malformed.</exception>
    public VersionMapBuilder State(string name, State becomes)
    {
        ArgumentNullException.ThrowIfNull(becomes);
        map.States.Add(new(Identifier.Name(name, "a state's name"), becomes));
        return this;
    }

    /// <summary>
    /// Says what a rule is called now, so that its messages that wait, its timers and what it has told go on under the new key.
    /// </summary>
    /// <param name="key">The rule's key in the earlier version.</param>
    /// <param name="becomes">The rule's key in this version.</param>
    /// <exception cref="ArgumentException">A key is malformed.</exception>
    public VersionMapBuilder Rule(string key, string becomes)
    {
        map.Rules.Add(new(Identifier.Name(key, "a rule's key"), Identifier.Name(becomes, "a rule's key")));
        return this;
    }
}
