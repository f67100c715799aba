using System.Collections.Frozen;
using CustomerTouchpoints.Feedback;
using CustomerTouchpoints.Lifecycles.Validation;
using CustomerTouchpoints.Lifecycles.Versions;

namespace CustomerTouchpoints.Lifecycles.Registry;

/// <summary>The lifecycles of a host in each version that it has, checked together when it is built.</summary>
internal sealed class LifecycleRegistry
{
    /// <summary>By name, the versions from the oldest to the newest.</summary>
    private volatile FrozenDictionary<string, LifecycleDefinition[]> definitions;
    private readonly IReadOnlyList<Lifecycle> lifecycles;

    public LifecycleRegistry(IEnumerable<Lifecycle> lifecycles)
    {
        this.lifecycles = [.. lifecycles];
        var faults = new List<Fault>();
        var sound = new Dictionary<(string Name, int Version), LifecycleDefinition>();
        foreach (Lifecycle lifecycle in this.lifecycles)
        {
            LifecycleDraft draft = lifecycle.Draft();
            LifecycleReport report = LifecycleAudit.Check(draft);
            faults.AddRange(report.Faults);
            Warnings = [.. Warnings, .. report.Warnings];
            if (report.IsValid && !sound.TryAdd((lifecycle.Name, lifecycle.Version), new LifecycleDefinition(draft)))
            {
                faults.Add(
                    new Fault(
                        $"{lifecycle.Name}: lifecycle",
                        $"two lifecycles have this name and version {lifecycle.Version}",
                        "Give one of them another name, or a version of its own"
                    )
                );
            }
        }

        Faults = faults;
        definitions = ByName(sound.Values);
    }

    /// <summary>All faults of all lifecycles: with one of them nothing starts.</summary>
    public IReadOnlyList<Fault> Faults { get; }

    /// <summary>What is not forbidden and hardly meant.</summary>
    public IReadOnlyList<Fault> Warnings { get; } = [];

    /// <summary>The names of the lifecycles that are registered.</summary>
    public IReadOnlyCollection<string> Names => definitions.Keys;

    /// <summary>Every version of every lifecycle.</summary>
    public IEnumerable<LifecycleDefinition> All => definitions.Values.SelectMany(versions => versions);

    /// <summary>The newest version of each lifecycle: under it, journeys begin.</summary>
    public IEnumerable<LifecycleDefinition> Newest => definitions.Values.Select(versions => versions[^1]);

    /// <summary>What the store remembers of versions, those included that this host does not have. Set once the store is open.</summary>
    public IReadOnlyDictionary<(string Lifecycle, int Version), LifecycleOutline> Remembered { get; set; } =
        FrozenDictionary<(string, int), LifecycleOutline>.Empty;

    /// <summary>The lifecycles as they were written, anew: to be overridden.</summary>
    public IEnumerable<LifecycleDraft> Drafts() => lifecycles.Select(lifecycle => lifecycle.Draft());

    /// <summary>
    /// Replaces the definitions by others of the same names and versions: their rules were switched off, or on, or timed anew.
    /// </summary>
    public void Replace(IEnumerable<LifecycleDefinition> overridden) => definitions = ByName(overridden);

    /// <summary>Whether the lifecycle that a journey follows is registered.</summary>
    public bool Knows(JourneyId journey) => definitions.ContainsKey(journey.Lifecycle);

    /// <summary>The names of the events that a lifecycle declares in any of its versions.</summary>
    public IEnumerable<string> EventsOf(string lifecycle) =>
        definitions[lifecycle].SelectMany(definition => definition.Events).Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Whether a lifecycle that is registered declares an event in any of its versions. An answer to a survey is an event of each.
    /// </summary>
    public bool Declares(string lifecycle, string eventName)
    {
        if (eventName == SurveyAnswer.EventName)
        {
            return true;
        }

        foreach (LifecycleDefinition definition in definitions[lifecycle])
        {
            if (definition.Declares(eventName))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a journey follows a version that is newer than any here.</summary>
    public bool Lacks(JourneyId journey, int version) => Of(journey).Version < version;

    /// <summary>The newest version of the lifecycle that a journey follows.</summary>
    /// <exception cref="ArgumentException">No lifecycle of that name is registered.</exception>
    /// <exception cref="InvalidSetupException">Some are faulty; all faults of all lifecycles at once.</exception>
    public LifecycleDefinition Of(JourneyId journey) =>
        definitions.TryGetValue(journey.Lifecycle, out LifecycleDefinition[]? versions) ? versions[^1] : throw Unknown(journey);

    /// <summary>The version under which a journey goes on: its own as long as it is registered, else the newest.</summary>
    /// <exception cref="InvalidOperationException">The journey follows a version that is newer than any here: it is left to hosts that have
    /// it.</exception>
    public LifecycleDefinition For(JourneyId journey, int version)
    {
        LifecycleDefinition newest = Of(journey);
        return newest.Version == version
            ? newest
            : definitions[journey.Lifecycle].FirstOrDefault(definition => definition.Version == version)
                ?? (
                    newest.Version > version
                        ? newest
                        : throw new InvalidOperationException(
                            $"{journey} follows version {version} of its lifecycle, and this host has versions up to {newest.Version}. "
                                + $"Raise the event at a host that runs version {version}, or deploy it here."
                        )
                );
    }

    private Exception Unknown(JourneyId journey) =>
        Faults.Count > 0
            ? new InvalidSetupException(Faults)
            : new ArgumentException(
                $"No lifecycle is called \"{journey.Lifecycle}\". Registered: "
                    + $"{string.Join(", ", definitions.Keys.Order(StringComparer.Ordinal))}. Add it with AddLifecycle.",
                nameof(journey)
            );

    private static FrozenDictionary<string, LifecycleDefinition[]> ByName(IEnumerable<LifecycleDefinition> definitions) =>
        definitions
            .GroupBy(definition => definition.Name)
            .ToFrozenDictionary(
                lifecycle => lifecycle.Key,
                lifecycle => lifecycle.OrderBy(definition => definition.Version).ToArray(),
                StringComparer.Ordinal
            );
}
