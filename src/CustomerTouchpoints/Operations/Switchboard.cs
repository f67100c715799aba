using System.Collections.Frozen;

namespace CustomerTouchpoints.Operations;

/// <summary>The switches as they stand at one revision. Immutable; each change of a switch makes the next revision.</summary>
internal sealed class Switchboard
{
    private readonly FrozenDictionary<SwitchScope, SwitchState> states;

    public Switchboard(long revision, IEnumerable<SwitchState> states)
    {
        Revision = revision;
        this.states = states.ToFrozenDictionary(state => state.Scope);
    }

    /// <summary>Nothing was ever switched.</summary>
    public static Switchboard Open { get; } = new(0, []);

    public long Revision { get; }

    /// <summary>
    /// The switches that a message stands behind, the widest first. A rule that was renamed stands behind those of its former keys as well.
    /// </summary>
    public IEnumerable<SwitchState> Before(string lifecycle, IReadOnlyList<string> rule, Channel channel) =>
        states.Count == 0
            ? []
            : rule.Select(key => SwitchScope.OfRule(lifecycle, key))
                .Prepend(SwitchScope.Of(channel))
                .Prepend(SwitchScope.All)
                .Select(states.GetValueOrDefault)
                .OfType<SwitchState>();

    /// <summary>Whether an operator has let go on what was planned until then.</summary>
    public bool Approves(SwitchScope scope, DateTimeOffset plannedAt) => plannedAt <= Of(scope)?.ResumedAt;

    /// <summary>
    /// Until when messages may have been sent by a store that went back, as long as nobody has resumed them; null otherwise.
    /// </summary>
    public DateTimeOffset? MayBeSentUntil => Of(SwitchScope.Restored) is { Pause: not null } setback ? setback.DiscardedUntil : null;

    /// <summary>The switch of a scope; null when it was never set.</summary>
    public SwitchState? Of(SwitchScope scope) => states.GetValueOrDefault(scope);
}
