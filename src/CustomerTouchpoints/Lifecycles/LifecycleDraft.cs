using CustomerTouchpoints.Lifecycles.Language;
using CustomerTouchpoints.Lifecycles.Versions;
using CustomerTouchpoints.Responses.Meanings;
using CustomerTouchpoints.Responses.Targets;
using CustomerTouchpoints.Touchpoints.Rules;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>What a lifecycle's <c>Define</c> declared, in order and as yet unchecked.</summary>
internal sealed class LifecycleDraft(string name, int version)
{
    public string Name { get; } = name;

    public int Version { get; } = version;

    public List<string> Roles { get; } = [];

    public List<IReadOnlyList<LineStep>> Lines { get; } = [];

    /// <summary>The steps of every line.</summary>
    public IEnumerable<LineStep> Steps => Lines.SelectMany(line => line);

    public List<Opening> Openings { get; } = [];

    public List<Transition> Transitions { get; } = [];

    public List<TimedTransition> TimedTransitions { get; } = [];

    public List<RuleDraft> Rules { get; } = [];

    /// <summary>The added value that may go with its messages: any where it names none; null for none at all.</summary>
    public IReadOnlyList<string>? AddedValue { get; set; }

    public List<VersionMap> Maps { get; } = [];

    public List<TargetDraft> Targets { get; } = [];

    /// <summary>What events mean in the conversation, by their names.</summary>
    public Dictionary<string, Meaning> Meanings { get; } = new(StringComparer.Ordinal);

    /// <summary>Whose turn it is, by the names of the states for which it was said.</summary>
    public Dictionary<string, Attendance> Attendances { get; } = new(StringComparer.Ordinal);

    /// <summary>The states that the lifecycle's class declares as static fields, whether or not a sentence names them.</summary>
    public IReadOnlyList<State> DeclaredStates { get; init; } = [];

    /// <summary>
    /// The names of the events that the lifecycle's class declares as nested records, whether or not a sentence names them.
    /// </summary>
    public IReadOnlyList<string> DeclaredEvents { get; init; } = [];

    /// <summary>Sentences that were begun and never ended, such as <c>On&lt;E&gt;()</c> without <c>GoTo</c>.</summary>
    public List<Unfinished> Unfinished { get; } = [];
}
