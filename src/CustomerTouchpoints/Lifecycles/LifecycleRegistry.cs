using System.Collections.Frozen;
using CustomerTouchpoints.Auditing;
using CustomerTouchpoints.Events;

namespace CustomerTouchpoints.Lifecycles;

/// <summary>The lifecycles of a host, checked together when it is built.</summary>
internal sealed class LifecycleRegistry
{
    private readonly FrozenDictionary<string, LifecycleDefinition> definitions;

    /// <exception cref="InvalidLifecycleException">Some are faulty; all faults of all lifecycles at once.</exception>
    public LifecycleRegistry(IEnumerable<Lifecycle> lifecycles)
    {
        var faults = new List<LifecycleFault>();
        var sound = new Dictionary<string, LifecycleDefinition>(StringComparer.Ordinal);
        foreach (Lifecycle lifecycle in lifecycles)
        {
            LifecycleDraft draft = lifecycle.Draft();
            LifecycleReport report = LifecycleAudit.Check(draft);
            faults.AddRange(report.Faults);
            if (report.IsValid && !sound.TryAdd(lifecycle.Name, new LifecycleDefinition(draft)))
            {
                faults.Add(new LifecycleFault(lifecycle.Name, "lifecycle", "two lifecycles have this name", "Give one of them another name"));
            }
        }

        definitions = faults.Count == 0 ? sound.ToFrozenDictionary(StringComparer.Ordinal) : throw new InvalidLifecycleException(faults);
    }

    public IReadOnlyList<LifecycleDefinition> All => definitions.Values;

    /// <summary>Whether the lifecycle that a journey follows is registered.</summary>
    public bool Knows(JourneyId journey) => definitions.ContainsKey(journey.Lifecycle);

    /// <summary>The lifecycle that a journey follows.</summary>
    /// <exception cref="ArgumentException">No lifecycle of that name is registered.</exception>
    public LifecycleDefinition Of(JourneyId journey) =>
        definitions.TryGetValue(journey.Lifecycle, out LifecycleDefinition? definition)
            ? definition
            : throw new ArgumentException(
                $"No lifecycle is called \"{journey.Lifecycle}\". Registered: {string.Join(", ", definitions.Keys.Order(StringComparer.Ordinal))}. Add it with AddLifecycle.",
                nameof(journey));
}
