using System.Collections.Frozen;
using CustomerTouchpoints.Channels;

namespace CustomerTouchpoints.Switches;

/// <summary>The switches as they stand at one revision. Immutable; each change of a switch makes the next revision.</summary>
internal sealed class Switchboard
{
    private readonly FrozenDictionary<string, Pause> pauses;

    public Switchboard(long revision, IEnumerable<Pause> pauses)
    {
        Revision = revision;
        this.pauses = pauses.ToFrozenDictionary(pause => pause.Scope.ToString());
    }

    /// <summary>Nothing was ever switched.</summary>
    public static Switchboard Open { get; } = new(0, []);

    public long Revision { get; }

    public IEnumerable<Pause> Pauses => pauses.Values;

    /// <summary>The widest pause that a message stands behind; null when it may go on.</summary>
    public Pause? Before(string lifecycle, string rule, Channel channel) =>
        pauses.Count == 0 ? null
        : pauses.GetValueOrDefault(SwitchScope.All.ToString())
            ?? pauses.GetValueOrDefault(SwitchScope.Of(channel).ToString())
            ?? pauses.GetValueOrDefault(SwitchScope.OfRule(lifecycle, rule).ToString());
}
